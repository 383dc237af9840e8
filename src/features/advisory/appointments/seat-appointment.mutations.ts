import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { AdvisorySeat } from '../seats/advisory-seat.type.js';
import { appointToSeat, reappointToSeat } from './appoint.js';
import { cancelAppointment, endAppointment } from './leave-seat.js';
import {
  SeatAppointInput,
  SeatAppointmentCancelInput,
  SeatAppointmentEndInput,
  SeatReappointInput,
} from './seat-appointment.inputs.js';
import { SeatAppointment } from './seat-appointment.type.js';

const made = { appointment: { type: () => SeatAppointment, description: 'The new appointment.' } };
const changed = {
  appointment: { type: () => SeatAppointment, description: 'The appointment after the change.' },
};
const seat = { seat: { type: () => AdvisorySeat, description: 'The seat after the change.' } };
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
      'PERSON_OR_INVITATION',
      'OTHER_SEAT',
      'NOT_ACCEPTED',
    ],
  })
  seatAppoint(_input: SeatAppointInput): void {}

  @Mutates(reappointToSeat, {
    description:
      'Appoints the current or last holder of a seat for another term. INCOMPATIBLE_… is told only to ' +
      'coordinators of the person’s home region. Allowed for the body’s secretary and coordinators of its ' +
      'region.',
    answers: { ...made, ...seat },
    refusals: ['PERSON_DECEASED', ...TERMS, 'ASK_FIRST', 'LEFT_SEAT'],
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

  @Mutates(cancelAppointment, {
    description:
      'Cancels an appointment that has not started. A holder who left to make room for it holds the seat ' +
      'as before, and an accepted invitation remains accepted. Allowed for the body’s secretary and ' +
      'coordinators of its region.',
    answers: seat,
    refusals: ['ALREADY_STARTED'],
  })
  seatAppointmentCancel(_input: SeatAppointmentCancelInput): void {}
}
