import type { Tx } from '../../../../db/transaction.js';
import { day } from '../../../../kernel/clock.js';
import { fromDateRange } from '../../../../kernel/period.js';
import type { Appointment } from '../../seats/body-book.js';

/** An appointment as it is in the database. */
export interface AppointmentRow {
  readonly id: string;
  readonly seat_id: string;
  readonly person_id: string;
  readonly period: string;
  readonly latest_end: string;
  readonly term_number: number;
  readonly end_reason: string | null;
  readonly replaces_id: string | null;
}

export function appointmentOf(row: AppointmentRow): Appointment {
  return {
    id: row.id,
    seatId: row.seat_id,
    personId: row.person_id,
    period: fromDateRange(row.period),
    latestEnd: day(row.latest_end),
    termNumber: row.term_number,
    endReason: row.end_reason,
    replacesId: row.replaces_id,
  };
}

/** An appointment of who departed, as it was, and as that left it: null if it never begins. */
export interface KeptAppointment {
  readonly bodyId: string;
  readonly was: Appointment;
  readonly left: Appointment | null;
}

export async function keptAppointments(tx: Tx, departureId: string): Promise<KeptAppointment[]> {
  const rows = await tx.query<{
    was: AppointmentRow & { readonly body_id: string };
    became: AppointmentRow | null;
  }>('select was, became from appointments_departed($1)', [departureId]);
  return rows.map(({ was, became }) => ({
    bodyId: was.body_id,
    was: appointmentOf(was),
    left: became && appointmentOf(became),
  }));
}
