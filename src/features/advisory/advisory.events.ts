import type { ScheduleFormat } from './advisory.enums.js';
import type { Access } from './appointments/log-access.js';
import type { InvitationWithdrawnBecause } from './invitations/seat-invitation.enums.js';

interface OfSeat {
  bodyId: string;
}

/** What an appointment is from now on, or was when it was cancelled; days, and a period as a range of PostgreSQL. */
interface Appointed {
  seatId: string;
  personId: string;
  period: string;
  latestEnd: string;
  termNumber: number;
  endReason: string | null;
  replacesId: string | null;
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
    // what somebody may seek and see follows from bodies: every change to one is an event about it
    'advisoryBody.created': { regionIds: readonly string[] };
    /** `regionIds` when they were among the fields */
    'advisoryBody.updated': { fields: readonly string[]; regionIds?: readonly string[] };
    'advisoryBody.ended': { on: string };
    'retirementSchedule.exported': { format: keyof typeof ScheduleFormat; fromYear: string; toYear: string };
    'advisorySeat.created': OfSeat;
    'advisorySeat.updated': OfSeat & { fields: readonly string[] };
    'advisorySeat.abolished': OfSeat & { on: string };
    'seat.appointed': Appointed & { nominatedById?: string | null; invitationId?: string | null };
    'seat.appointmentEnded': Appointed;
    /** the recorded end was taken back */
    'seat.appointmentContinued': Appointed;
    /** an earlier term came or went, so that this one has another number */
    'seat.appointmentRenumbered': Appointed;
    /** it never began */
    'seat.appointmentCancelled': Appointed;
    /** `motivated`: something spoke against it, and it was said why they were asked all the same */
    'invitation.asked': { motivated: boolean };
    'invitation.accepted': Answered;
    'invitation.declined': Answered;
    'invitation.expired': Record<string, never>;
    'invitation.withdrawn': { because: keyof typeof InvitationWithdrawnBecause };
    /** their name was made known to whoever fills the seat */
    'person.revealed': Pick<Access, 'why' | 'accountId' | 'bodyId' | 'invitationId'>;
  }
}
