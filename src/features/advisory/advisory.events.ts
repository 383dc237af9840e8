import type { EndBefore } from '../../writes/departing.js';
import type { ScheduleFormat } from './advisory.enums.js';
import type { Access } from './access-log/log-access.js';
import type { Made } from './appointments/write-book.js';
import type { InvitationWithdrawnBecause } from './invitations/seat-invitation.enums.js';

interface OfSeat {
  bodyId: string;
}

/** The appointment as it is now, or as it was when it was cancelled; days, and a period as a PostgreSQL range. */
interface Appointed {
  seatId: string;
  personId: string;
  period: string;
  latestEnd: string;
  termNumber: number;
  endReason: string | null;
  replacesId: string | null;
}

interface TermBefore extends Partial<EndBefore> {
  numberBefore?: number;
}

interface Answered {
  by: 'SIGNED_IN' | 'LINK';
}

declare module '../../kernel/event.js' {
  interface EventSubjects {
    advisoryBody: { subjectType: 'AdvisoryBody' };
    retirementSchedule: { subjectType: 'AdvisoryBody' };
    advisorySeat: { subjectType: 'AdvisorySeat' };
    seat: { subjectType: 'SeatAppointment' };
    invitation: { subjectType: 'SeatInvitation' };
  }

  interface EventDetails {
    // rights and visibility depend on bodies: every change to one is an event about it
    'advisoryBody.created': Record<string, never>;
    'advisoryBody.updated': { fields: readonly string[] };
    'advisoryBody.ended': { on: string };
    'retirementSchedule.exported': { format: keyof typeof ScheduleFormat; fromYear: string; toYear: string };
    'advisorySeat.created': OfSeat;
    'advisorySeat.updated': OfSeat & { fields: readonly string[] };
    'advisorySeat.abolished': OfSeat & { on: string };
    'seat.appointed': Appointed & Partial<Made>;
    'seat.appointmentEnded': Appointed & TermBefore;
    /** the recorded end was withdrawn */
    'seat.appointmentContinued': Appointed & TermBefore;
    /** an earlier term was added or removed, so that this one has another number */
    'seat.appointmentRenumbered': Appointed & TermBefore;
    /** it never begins: they left before */
    'seat.appointmentCancelled': Appointed;
    /** it never was */
    'seat.appointmentAnnulled': Appointed;
    /** `replacedBy` is the appointment that it really was */
    'seat.appointmentCorrected': Appointed & { replacedBy: string };
    /** `motivated`: something spoke against the invitation, and a motivation was given */
    'invitation.asked': { motivated: boolean };
    'invitation.accepted': Answered;
    'invitation.declined': Answered;
    'invitation.expired': Record<string, never>;
    /** the departure or appointment that had closed it was taken back */
    'invitation.reopened': { status: string };
    'invitation.withdrawn': { because: keyof typeof InvitationWithdrawnBecause };
    /** their name was disclosed to those who fill the seat */
    'person.revealed': Pick<Access, 'why' | 'accountId' | 'bodyId' | 'invitationId'>;
  }
}
