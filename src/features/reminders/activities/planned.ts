import type { Tx } from '../../../db/transaction.js';
import { day, type PlainDate } from '../../../kernel/clock.js';
import type { Locale } from '../../../kernel/messages.js';
import { summaryOf } from '../calendars/calendar-wording.js';
import type { CalendarEntry } from '../mail/calendar-event.js';

/** Something that a network plans, and that is still to come. */
export interface Planned {
  readonly id: string;
  readonly network: string;
  readonly title: string;
  readonly time: string | null;
  readonly place: string | null;
  readonly on: PlainDate;
}

/** All that a network plans from today on, or one of it; calls and visits as well. As the system. */
export async function plannedBy(
  tx: Tx,
  networkId: string,
  activityId: string | null = null,
): Promise<Planned[]> {
  const rows = await tx.query<Omit<Planned, 'on'> & { readonly on: string }>(
    `select a.id, n.name as network, a.title, a.start_time as time, a.place, a.planned_on::text as on
     from activities a join oudernetwerken n on n.id = a.oudernetwerk_id
     where n.id = $1 and ($3::uuid is null or a.id = $3) and a.held_on is null and a.planned_on >= $2
       and (n.ended_on is null or a.planned_on <= n.ended_on)
     order by a.planned_on, a.start_time, a.id`,
    [networkId, tx.today.toString(), activityId],
  );
  return rows.map((row) => ({ ...row, on: day(row.on) }));
}

export function activityEntry(
  { id, on, network, title, time, place }: Planned,
  locale: Locale,
): CalendarEntry {
  const summary = summaryOf({ what: 'ACTIVITY', name: network, seat: title }, locale);
  return { what: 'ACTIVITY', subjectId: id, on, summary, time, place };
}
