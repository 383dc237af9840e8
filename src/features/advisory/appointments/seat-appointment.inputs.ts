import { Field, ID, InputType } from 'type-graphql';
import { describedEnum } from '../../../graphql/connections.js';
import { MutationInput, VersionedInput } from '../../../writes/mutation-input.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';

@InputType({ description: 'That somebody gets a seat.' })
export class SeatAppointInput extends MutationInput {
  @Field(() => ID, { description: 'The seat.' })
  seatId: string;

  @Field(() => ID, { nullable: true, description: 'Who gets it; left out where an invitation says it.' })
  personId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The invitation for this seat to which somebody said yes; left out where a person is given.',
  })
  invitationId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day, while the seat is there and at most ten years ahead; today when left out.',
  })
  from?: PlainDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day of a term that is shorter than the rules of the body give; left out = as the rules give.',
  })
  until?: PlainDate | null;

  @Field(() => ID, { nullable: true, description: 'The organisation that nominates them.' })
  nominatedById?: string | null;
}

@InputType({ description: 'That somebody gets another term in their seat.' })
export class SeatReappointInput extends VersionedInput {
  @Field(() => ID, { description: 'The appointment after which it comes; nobody follows it yet.' })
  id: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day, after the term; when left out the day after it, or today when that has passed.',
  })
  from?: PlainDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day of a term that is shorter than the rules of the body give; left out = as the rules give.',
  })
  until?: PlainDate | null;
}

const SeatLeaveReason = describedEnum(
  'SeatLeaveReason',
  'Why somebody leaves a seat, as can be said by hand.',
  {
    TERM_COMPLETED: 'The term is over and they do not stay on.',
    CHILD_LEFT_SCHOOL: 'The child leaves the school that it is about.',
    PERSONAL: 'A reason of their own.',
    MOVED: 'Moved away.',
    DECEASED: 'Died.',
    INCOMPATIBLE: 'Something else they do does not go together with the seat.',
    DISMISSED: 'Dismissed by who appointed them.',
    OTHER: 'Anything else.',
  },
);

@InputType({ description: 'That somebody leaves a seat.' })
export class SeatAppointmentEndInput extends VersionedInput {
  @Field(() => ID, { description: 'The appointment; its end has not passed.' })
  id: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day, also one that has passed; not after somebody else starts. Today when left out.',
  })
  on?: PlainDate | null;

  @Field(() => SeatLeaveReason, { description: 'Why.' })
  reason: keyof typeof SeatLeaveReason;
}

@InputType({ description: 'That somebody who was to have a seat never will.' })
export class SeatAppointmentCancelInput extends VersionedInput {
  @Field(() => ID, { description: 'The appointment; still to begin.' })
  id: string;
}
