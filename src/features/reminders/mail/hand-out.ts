import type { Tx } from '../../../db/transaction.js';
import { day } from '../../../kernel/clock.js';
import type { Reader } from './recipients.js';
import { type CalendarEntry, type CalendarEvent, uidOf } from './calendar-event.js';

interface Given {
  readonly place: number;
  /** the id that calendars know it by */
  readonly subject_id: string;
  readonly day: string;
  readonly is_off: boolean;
  readonly sequence: number;
  readonly changed_at: Date;
}

/**
 * Notes what a reader gets for their calendar, and gives each its number: higher than before whenever it differs from
 * what was given last, to whomever. What is off goes only to readers who have it. As the system.
 */
export async function handOut(
  tx: Tx,
  { recipient_type, recipient_id }: Reader,
  entries: readonly CalendarEntry[],
): Promise<CalendarEvent[]> {
  if (entries.length === 0) return [];
  const wanted = entries.map(({ what, subjectId, bodyId, on, summary, time, place: where }, place) => ({
    place,
    what,
    subject_id: subjectId,
    body_id: bodyId,
    day: on?.toString(),
    // what else may be named after a parent
    summary: what === 'ACTIVITY' && on !== null ? summary : null,
    start_time: on === null ? null : time,
    located: on === null ? null : where,
  }));
  const given = await tx.query<Given>(HAND_OUT, [
    JSON.stringify(wanted),
    recipient_type,
    recipient_id,
    tx.now.toString(),
  ]);
  return given.map(({ place, subject_id: subjectId, sequence, changed_at, ...row }) => {
    const { what, summary, time, place: where } = entries[place]!;
    const state = { day: day(row.day), isOff: row.is_off, sequence, changedAt: changed_at };
    return { uid: uidOf(what, subjectId), ...state, summary, time, place: where };
  });
}

/** Of an event as it was given last, to whomever. */
const IS_OTHERWISE =
  '((e.day, e.is_off, e.when_and_where) is distinct from (excluded.day, excluded.is_off, excluded.when_and_where))';

// in one order, so that two machines wait for each other without a deadlock
const HAND_OUT = `
  with given as (
    select w.place, w.what, known.subject_id, w.body_id, w.summary, w.start_time, w.located, coalesce(w.day, c.day) as day,
      w.day is null as is_off
    from jsonb_to_recordset($1) w (place integer, what text, subject_id uuid, body_id uuid, day date, summary text,
      start_time text, located text)
    -- what was corrected is the same event
    cross join lateral (select first_recorded(w.subject_id) as subject_id) known
    left join calendar_copies c
      on c.recipient_id = $3 and c.recipient_type = $2 and c.what = w.what and c.subject_id = known.subject_id
    where w.day is not null or c.day is not null
  ),
  event as (
    insert into calendar_events as e (what, subject_id, body_id, day, is_off, when_and_where, sequence, changed_at)
    select what, subject_id, body_id, day, is_off,
      case when coalesce(start_time, located) is not null then md5(jsonb_build_array(start_time, located)::text) end, 0, $4
    from given order by what, subject_id
    on conflict (what, subject_id) do update set day = excluded.day, is_off = excluded.is_off,
      when_and_where = excluded.when_and_where,
      sequence = e.sequence + ${IS_OTHERWISE}::integer,
      changed_at = case when ${IS_OTHERWISE} then excluded.changed_at else e.changed_at end
    returning *
  ),
  copy as (
    insert into calendar_copies as c (recipient_type, recipient_id, what, subject_id, day, is_off, given_at, summary,
      start_time, place)
    select $2, $3, what, subject_id, day, is_off, $4, summary, start_time, located from given
    on conflict (recipient_id, what, subject_id) do update set day = excluded.day, is_off = excluded.is_off,
      start_time = excluded.start_time, place = excluded.place,
      summary = coalesce(excluded.summary, c.summary),
      given_at = case when (c.day, c.is_off) is distinct from (excluded.day, excluded.is_off)
        then excluded.given_at else c.given_at end
  )
  select g.place, e.subject_id, e.day::text, e.is_off, e.sequence, e.changed_at
  from given g join event e using (what, subject_id) order by g.place`;
