import { Field, ID, InputType } from 'type-graphql';
import { describedEnum } from '../../../graphql/connections.js';
import { MutationInput, VersionedInput } from '../../../writes/mutation-input.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { Perspective } from '../../people/person.enums.js';

const HELD_AS = {
  nullable: true,
  description:
    'As what they hold it, one of their own perspectives; defaults to what they said with their yes to an ' +
    'invitation for the seat, else to what it requires where they are that, else to `OUDER` where they are a ' +
    'parent, else to what they are first.',
};

@InputType({ description: 'Appoints a person to a seat.' })
export class SeatAppointInput extends MutationInput {
  @Field(() => ID, { description: 'The seat.' })
  seatId: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The person to appoint: who accepted an invitation, holds a seat of the body now, or is known in a region ' +
      'that you coordinate. Give either this or an invitation.',
  })
  personId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The accepted invitation for this seat; give either this or a person.',
  })
  invitationId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day, while the seat exists and at most ten years ahead; defaults to today.',
  })
  from?: PlainDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day of a term that is shorter than the body’s rules prescribe; defaults to a full term.',
  })
  until?: PlainDate | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The Organisation, AdvisoryBody or Oudernetwerk that nominates them.',
  })
  nominatorId?: string | null;

  @Field(() => Perspective, HELD_AS)
  perspective?: keyof typeof Perspective | null;
}

@InputType({ description: 'One of the first appointments to the seats of a body.' })
export class FirstAppointmentInput {
  @Field(() => ID, { description: 'The seat, of that body.' })
  seatId: string;

  @Field(() => ID, { description: 'The person, known in a region that you coordinate.' })
  personId: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day, while the seat exists and at most ten years ahead; defaults to today.',
  })
  from?: PlainDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day of a term that is shorter than the body’s rules prescribe; defaults to a full term.',
  })
  until?: PlainDate | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The Organisation, AdvisoryBody or Oudernetwerk that nominated them.',
  })
  nominatorId?: string | null;

  @Field(() => Perspective, HELD_AS)
  perspective?: keyof typeof Perspective | null;
}

@InputType({ description: 'Records who sits in a body that has no appointments yet.' })
export class SeatAppointmentsCreateInput extends MutationInput {
  @Field(() => ID, { description: 'The body; it must not have any appointment.' })
  bodyId: string;

  @Field(() => [FirstAppointmentInput], {
    description: 'The appointments, 1 to 50, in any order; a seat or person may come more than once.',
  })
  appointments: FirstAppointmentInput[];
}

@InputType({ description: 'Reappoints the holder of a seat for another term.' })
export class SeatReappointInput extends VersionedInput {
  @Field(() => ID, { description: 'The appointment to follow on from; it must not have a successor yet.' })
  id: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'First day, after the term; defaults to the day after it, or to today if that is in the past.',
  })
  from?: PlainDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day of a term that is shorter than the body’s rules prescribe; defaults to a full term.',
  })
  until?: PlainDate | null;

  @Field(() => Perspective, {
    nullable: true,
    description:
      'As what they sit there: a perspective of theirs; defaults to what they said with a yes to an invitation for ' +
      'the seat that waits, else to that of the term before.',
  })
  perspective?: keyof typeof Perspective | null;
}

export const SeatLeaveReason = describedEnum(
  'SeatLeaveReason',
  'Reasons for leaving a seat that a user can state.',
  {
    TERM_COMPLETED: 'The term is over and they do not stay on.',
    CHILD_LEFT_SCHOOL: 'The child leaves the school that the body is concerned with.',
    PERSONAL: 'Personal reasons.',
    MOVED: 'Moved away.',
    DECEASED: 'Died.',
    INCOMPATIBLE: 'Something else they do is incompatible with the seat.',
    DISMISSED: 'Dismissed by the body that appointed them.',
    OTHER: 'Anything else.',
  },
);

@InputType({ description: 'Ends an appointment to a seat.' })
export class SeatAppointmentEndInput extends VersionedInput {
  @Field(() => ID, { description: 'The appointment; its end must not be in the past.' })
  id: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day, which may be in the past but must be before the first day of any successor; defaults to ' +
      'today.',
  })
  on?: PlainDate | null;

  @Field(() => SeatLeaveReason, { description: 'Reason.' })
  reason: keyof typeof SeatLeaveReason;
}
