import { Field, ID, InputType } from 'type-graphql';
import { NeverCleared } from '../../../../graphql/never-cleared.js';
import { DateScalar } from '../../../../graphql/scalars.js';
import type { PlainDate } from '../../../../kernel/clock.js';
import { Perspective } from '../../../people/person.enums.js';
import { UndoReason, VersionedUndoInput } from '../../../undo/undo.inputs.js';
import { SeatLeaveReason } from '../seat-appointment.inputs.js';

@InputType({ description: 'Annuls an appointment to a seat that never was.' })
export class SeatAppointmentAnnulInput extends VersionedUndoInput {
  @UndoReason()
  reason: string;
}

@InputType({ description: 'What an appointment to a seat really was. An omitted field is kept.' })
export class SeatAppointmentPatch {
  @NeverCleared(() => ID, 'The person who was appointed')
  personId?: string;

  @NeverCleared(() => ID, 'The seat, of the same body')
  seatId?: string;

  @NeverCleared(() => DateScalar, 'First day')
  from?: PlainDate;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day of the term; null as the body’s rules prescribe. Omitted, a term as they prescribe follows the ' +
      'first day, and another one keeps its last day.',
  })
  latestEnd?: PlainDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day, where they left by themselves or were dismissed; null if they did not.',
  })
  until?: PlainDate | null;

  @Field(() => SeatLeaveReason, {
    nullable: true,
    description:
      'Why they left; required when a last day is given where there was none, and ignored where there is none.',
  })
  endReason?: keyof typeof SeatLeaveReason | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The Organisation, AdvisoryBody or Oudernetwerk that nominated them; null if none did.',
  })
  nominatorId?: string | null;

  @NeverCleared(() => Perspective, 'As what they hold it, one of their own perspectives')
  perspective?: keyof typeof Perspective;
}

@InputType({ description: 'Corrects an appointment to a seat that was recorded incorrectly.' })
export class SeatAppointmentCorrectInput extends VersionedUndoInput {
  @UndoReason()
  reason: string;

  @Field(() => SeatAppointmentPatch, { description: 'What it really was.' })
  patch: SeatAppointmentPatch;
}
