import type { Tx } from '../../../db/transaction.js';
import { day, type PlainDate } from '../../../kernel/clock.js';
import type { Reader } from '../mail/recipients.js';

/** A holder who leaves, as it was given to a reader with the schedule of the body; on another day by now. */
export interface TermCopy {
  /** the first term */
  readonly appointmentId: string;
  /** null: it is off */
  readonly on: PlainDate | null;
  readonly seat: string;
}

/** The days of a body in the calendar of a reader that are not right any more, or were off already. As the system. */
export async function wrongTermsOf(
  tx: Tx,
  { recipient_type, recipient_id }: Reader,
  bodyId: string,
): Promise<TermCopy[]> {
  const rows = await tx.query<{ id: string; day: string | null; seat: string | null }>(
    `select c.subject_id as id, present.day::text as day, s.title as seat
     from calendar_copies c join calendar_events e using (what, subject_id)
     cross join lateral (select calendar_day(c.what, c.subject_id, $4) as day) present
     left join seat_appointments a on a.id = coalesce(corrected_id(c.subject_id), c.subject_id)
     left join advisory_seats s on s.id = a.seat_id
     where c.recipient_type = $1 and c.recipient_id = $2 and e.body_id = $3 and c.what = 'SEAT_TERM_END'
       and (c.is_off or present.day is distinct from c.day)
     order by c.day, c.subject_id`,
    [recipient_type, recipient_id, bodyId, tx.today.toString()],
  );
  return rows.map(({ id, day: on, seat }) => ({
    appointmentId: id,
    on: on === null ? null : day(on),
    seat: seat ?? '',
  }));
}

/** What calendars know these terms by: the first of those that follow on each other. As the system. */
export async function firstTermsOf(tx: Tx, appointmentIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.query<{ id: string; first: string }>(
    'select id, first_term(id) as first from unnest($1::uuid[]) id',
    [appointmentIds],
  );
  return new Map(rows.map(({ id, first }) => [id, first]));
}
