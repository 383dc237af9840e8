import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { AdvisorySeat } from '../seats/advisory-seat.type.js';
import { AdvisoryBody } from '../bodies/advisory-body.type.js';
import { appointFirst } from './appoint-first.js';
import { appointToSeat, reappointToSeat } from './appoint.js';
import { endAppointment } from './leave-seat.js';
import {
  SeatAppointInput,
  SeatAppointmentEndInput,
  SeatAppointmentsCreateInput,
  SeatReappointInput,
} from './seat-appointment.inputs.js';
import { SeatAppointment } from './seat-appointment.type.js';
import { SeatAppointmentAnnulInput, SeatAppointmentCorrectInput } from './undo/undo-appointment.inputs.js';
import { annulAppointment, correctAppointment } from './undo/undo-appointment.js';

const made = { appointment: { type: () => SeatAppointment, description: 'The new appointment.' } };
const changed = {
  appointment: { type: () => SeatAppointment, description: 'The appointment after the change.' },
};
const seat = { seat: { type: () => AdvisorySeat, description: 'The seat after the change.' } };
const FOR_BOTH = ' Allowed for the body’s secretary and coordinators of its region.';
const TERMS = [
  'SEAT_TAKEN',
  'SEAT_ABOLISHED',
  'ALREADY_IN_BODY',
  'TERM_LIMIT_REACHED',
  'INCOMPATIBLE_EMPLOYEE',
  'INCOMPATIBLE_COUNCIL_MEMBER',
  'INCOMPATIBLE_BOARD_MEMBER',
  'INCOMPATIBLE_CONTRACTOR',
] as const;

@Resolver()
export class SeatAppointmentMutations {
  @Mutates(appointToSeat, {
    description:
      'Appoints a person to a seat for a term set by the body’s rules. A holder who would stay on after ' +
      'their own term leaves; other open invitations for the seat are withdrawn. Only ' +
      'who holds a seat of the body now, or whom you see as a coordinator of their region, is appointed ' +
      'unasked. INCOMPATIBLE_… is told only to coordinators of the person’s home region. Allowed for the body’s secretary and coordinators of ' +
      'its region.',
    answers: { ...made, ...seat },
    refusals: [
      'PERSON_DECEASED',
      ...TERMS,
      'ASK_FIRST',
      'NOT_THEIR_PERSPECTIVE',
      'PERSON_OR_INVITATION',
      'OTHER_SEAT',
      'NOT_ACCEPTED',
    ],
  })
  seatAppoint(_input: SeatAppointInput): void {}

  @Mutates(appointFirst, {
    description:
      'Records the first appointments of a body, past ones too: all of them or none, each error with its place in ' +
      'the list. People are appointed whom you see as a coordinator of their region. Allowed for coordinators of ' +
      'the body’s region.',
    answers: { advisoryBody: { type: () => AdvisoryBody, description: 'The body after the change.' } },
    refusals: [
      'PERSON_DECEASED',
      ...TERMS,
      'ASK_FIRST',
      'NOT_THEIR_PERSPECTIVE',
      'NOT_ACCEPTED',
      'OTHER_BODY',
      'BODY_HAS_APPOINTMENTS',
      'TOO_MANY_ITEMS',
    ],
  })
  seatAppointmentsCreate(_input: SeatAppointmentsCreateInput): void {}

  @Mutates(reappointToSeat, {
    description:
      'Appoints the current or last holder of a seat for another term. INCOMPATIBLE_… is told only to ' +
      'coordinators of the person’s home region. Allowed for the body’s secretary and coordinators of its ' +
      'region.',
    answers: { ...made, ...seat },
    refusals: ['PERSON_DECEASED', ...TERMS, 'ASK_FIRST', 'LEFT_SEAT', 'NOT_THEIR_PERSPECTIVE'],
  })
  seatReappoint(_input: SeatReappointInput): void {}

  @Mutates(endAppointment, {
    description:
      'Records that a holder leaves or has left a seat, or moves an end that is not in the past. For any ' +
      'reason other than TERM_COMPLETED, the same person’s later appointments in the body are cancelled too. ' +
      'Allowed for the body’s secretary and coordinators of its region.',
    answers: { ...changed, ...seat },
    refusals: ['NO_CARETAKER', 'COVER_BROKEN', 'PERSON_DECEASED', 'ALREADY_ENDED', 'ALREADY_IN_BODY'],
  })
  seatAppointmentEnd(_input: SeatAppointmentEndInput): void {}

  @Mutates(annulAppointment, {
    description:
      'Annuls an appointment to a seat that never was, also one that has passed. A holder who left to make room for ' +
      'it holds the seat as before, an accepted invitation remains accepted, and invitations that it closed wait again. ' +
      'Whoever was appointed because of it ' +
      `must be put right first.${FOR_BOTH}`,
    answers: seat,
    refusals: ['BUILT_UPON', 'ALREADY_IN_BODY'],
  })
  seatAppointmentAnnul(_input: SeatAppointmentAnnulInput): void {}

  @Mutates(correctAppointment, {
    description:
      'Corrects an appointment to a seat that was recorded incorrectly, also one that has passed: it is annulled and ' +
      'recorded anew under the rules of a new one, and the old id leads to the new one. Later terms that an end removed ' +
      'stand again without that end. Whoever was appointed after it ' +
      `and could not have been must be put right first.${FOR_BOTH}`,
    answers: {
      appointment: { type: () => SeatAppointment, description: 'The appointment that replaces it.' },
      ...seat,
    },
    refusals: [
      'NO_CARETAKER',
      'COVER_BROKEN',
      'PERSON_DECEASED',
      ...TERMS,
      'ASK_FIRST',
      'NOT_THEIR_PERSPECTIVE',
      'NOT_ACCEPTED',
      'OTHER_BODY',
      'BUILT_UPON',
    ],
  })
  seatAppointmentCorrect(_input: SeatAppointmentCorrectInput): void {}
}
