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
  appointment: { type: () => SeatAppointment, description: 'The appointment as it is now.' },
};
const seat = { seat: { type: () => AdvisorySeat, description: 'The seat as it is now.' } };
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
      'Somebody gets a seat for a term, as the rules of the body give it. Who would stay on after their own term makes ' +
      'room; other open invitations for the seat are withdrawn. For the secretary of the body and coordinators of its region.',
    answers: { ...made, ...seat },
    refusals: [...TERMS, 'PERSON_OR_INVITATION', 'OTHER_SEAT', 'NOT_ACCEPTED'],
  })
  seatAppoint(_input: SeatAppointInput): void {}

  @Mutates(reappointToSeat, {
    description:
      'Somebody gets another term in the seat they hold, or held last. For the secretary of the body and coordinators ' +
      'of its region.',
    answers: { ...made, ...seat },
    refusals: [...TERMS, 'LEFT_SEAT'],
  })
  seatReappoint(_input: SeatReappointInput): void {}

  @Mutates(endAppointment, {
    description:
      'Records that somebody leaves a seat, or left it; moves an end that has not passed. For whatever reason but ' +
      'TERM_COMPLETED they do not begin the terms that were to follow on this one either. For the secretary of the ' +
      'body and coordinators of its region.',
    answers: { ...changed, ...seat },
    refusals: ['ALREADY_ENDED', 'ALREADY_IN_BODY'],
  })
  seatAppointmentEnd(_input: SeatAppointmentEndInput): void {}

  @Mutates(cancelAppointment, {
    description:
      'Takes away an appointment that has not begun. Who made room for it has the seat as before, and a yes to a ' +
      'invitation stands. For the secretary of the body and coordinators of its region.',
    answers: seat,
    refusals: ['ALREADY_STARTED'],
  })
  seatAppointmentCancel(_input: SeatAppointmentCancelInput): void {}
}
