import type { Tx } from '../../../db/transaction.js';
import { day, type PlainDate } from '../../../kernel/clock.js';
import { ask } from '../../../reads/ask.js';
import { constant, join, literal, type Parameter, type Sql, sql } from '../../../reads/sql.js';
import { NAMED_WORK, WORK_NAME } from './work-name.js';
import { areInLine, type Audience, type Reader } from '../mail/recipients.js';
import { FOLLOWED, type FollowedSubject } from '../mail/calendar-event.js';
import type { DayNamed } from './calendar-wording.js';
import { changeFor } from './what-changed.js';

/** A day in the calendar of a reader that is not as it was given. */
export interface CalendarChange extends DayNamed {
  readonly reader: Reader;
  readonly subjectId: string;
  readonly bodyId: string | undefined;
  readonly time: string | null;
  readonly place: string | null;
  /** it begins at another time than was given, or is in another place */
  readonly isTimeNew: boolean;
  readonly isPlaceNew: boolean;
  /** of an activity that is no more: what it stands as in their calendar */
  readonly given: string | null;
  /** there is something to name it after, and they may know */
  readonly isKnown: boolean;
  readonly was: PlainDate;
  /** the reader was told before that it is off */
  readonly wasOff: boolean;
  /** null: it is off */
  readonly on: PlainDate | null;
}

interface Row extends Reader {
  readonly what: FollowedSubject;
  readonly subject_id: string;
  readonly of_body: string | null;
  readonly was: string;
  readonly is_off: boolean;
  readonly now: string | null;
  readonly reminders: boolean;
  readonly digest: boolean;
  /** null: it is gone */
  readonly name: string | null;
  readonly seat: string | null;
  readonly time: string | null;
  readonly place: string | null;
  readonly time_is_new: boolean;
  readonly place_is_new: boolean;
  readonly given: string | null;
  readonly self: boolean;
  readonly expected: boolean;
  readonly audience: Audience;
}

/** In the weekly digest of this account, which brings its own days up to date. */
export const inDigestOf = (account: string) =>
  sql`c.what = 'WORK_DUE' and c.recipient_id = ${constant(account)}`;

/** Outside it: days of the worklist wait for the digest of the week, as long as there is one. */
export const outsideDigest = ({ today }: Tx) => {
  const monday = constant(today.subtract({ days: today.dayOfWeek - 1 }).toString());
  return sql`(c.what <> 'WORK_DUE' or not exists (select from mails m
    where m.recipient_id = c.recipient_id and m.week = ${monday}::date))`;
};

export const ofReader = ({ recipient_id }: Reader) => sql`c.recipient_id = ${constant(recipient_id)}`;

/** What readers who can be reached have to hear of their calendars, by reader. As the system. */
export async function calendarChanges(tx: Tx, which: Sql): Promise<CalendarChange[]> {
  const rows = await ask<Row>(tx, changed(which, constant(tx.today.toString())));
  const known = await areInLine(
    tx,
    rows.map((row) => ({ audience: row.audience, reader: readerOf(row) })),
  );
  return rows.flatMap((row, index) => {
    const { what, is_off: isOff, reminders, digest } = row;
    const [was, now] = [day(row.was), row.now === null ? null : day(row.now)];
    const copy = {
      what,
      was,
      isOff,
      now,
      isOtherwise: row.time_is_new || row.place_is_new,
      reader: row.recipient_type,
      mayKnow: known[index]!,
      reminders,
      digest,
    };
    const change = changeFor(copy, tx.today);
    return change
      ? [{ ...changeOf(row), isKnown: row.name !== null && known[index]!, was, wasOff: isOff, ...change }]
      : [];
  });
}

function readerOf({ recipient_type, recipient_id }: Row): Reader {
  return { recipient_type, recipient_id };
}

function changeOf(row: Row) {
  const { what, name, seat, self, expected, time, place, given } = row;
  const named = { what, name: name ?? '', seat: seat ?? '', self, expected, time, place, given };
  const news = { isTimeNew: row.time_is_new, isPlaceNew: row.place_is_new };
  return {
    reader: readerOf(row),
    subjectId: row.subject_id,
    bodyId: row.of_body ?? undefined,
    ...named,
    ...news,
  };
}

/** Of days that are still to come or are off. */
const followed = (which: Sql, today: Parameter) =>
  sql`(${which} and c.what in (${join(FOLLOWED.map(literal), ', ')}) and (c.is_off or c.day >= ${today}::date))`;

// each event is looked up once, however many have it
const changed = (which: Sql, today: Parameter) => sql`
  with present as materialized (
    select v.what, v.subject_id, v.body_id, calendar_day(v.what, v.subject_id, ${today}::date) as day
    from calendar_events v
    where (v.what, v.subject_id) in (select c.what, c.subject_id from calendar_copies c where ${followed(which, today)})
  )
  select c.recipient_type, c.recipient_id, c.what, c.subject_id, v.body_id as of_body, c.day::text as was, c.is_off,
    v.day::text as now, reach.reminders, reach.digest,
    coalesce(n.name, w.name, b.name) as name, coalesce(seat.title, act.title) as seat, act.start_time as time, act.place,
    otherwise.time_is_new, otherwise.place_is_new, case when v.day is null then c.summary end as given,
    coalesce(t.person_id = c.recipient_id, false) as self, coalesce(upper_inf(last.period), false) as expected,
    jsonb_build_object('oudernetwerk_id', n.id, 'region_id', coalesce(n.region_id, w.region_id, b.region_id),
      'self', coalesce(t.person_id, i.person_id, reached.person_id), 'nominee', case when i.person_id is null then i.id end,
      'body_id', coalesce(a.body_id, w.body_id), 'without', null) as audience
  from calendar_copies c join present v using (what, subject_id)
  cross join lateral mail_reach(c.recipient_type, c.recipient_id) reach
  cross join lateral (select coalesce(corrected_id(c.subject_id), c.subject_id) as subject_id) as_is
  left join trekkerschappen t on c.what = 'TREKKERSCHAP_END' and t.id = as_is.subject_id
  left join lateral (select l.period from tenure_in_line(t.id) l order by l.period desc limit 1) last on true
  left join support_arrangements s on c.what = 'SUPPORT_END' and s.id = as_is.subject_id
  left join activities act on c.what = 'ACTIVITY' and act.id = c.subject_id
  cross join lateral (select act.start_time is distinct from c.start_time as time_is_new,
    act.place is distinct from c.place as place_is_new) otherwise
  left join lateral (select r.person_id from reached_by_network(act.oudernetwerk_id, ${today}::date) r
    where r.person_id = c.recipient_id) reached on true
  left join oudernetwerken n on n.id = coalesce(t.oudernetwerk_id, s.oudernetwerk_id, act.oudernetwerk_id)
  left join seat_invitations i on c.what = 'ANSWER_DUE' and i.id = c.subject_id
  left join seat_appointments a on c.what = 'SEAT_TERM_END' and a.id = as_is.subject_id
  left join advisory_seats seat on seat.id = a.seat_id
  left join advisory_bodies b on b.id = coalesce(i.body_id, a.body_id)
  left join lateral (select ${WORK_NAME} as name, w.region_id, w.body_id from ${NAMED_WORK}
    where c.what = 'WORK_DUE' and w.subject_id = c.subject_id) w on true
  where ${followed(which, today)} and reach.reachable and (v.day is distinct from case when not c.is_off then c.day end
    or not c.is_off and (otherwise.time_is_new or otherwise.place_is_new))
  order by c.recipient_id, coalesce(v.day, c.day), c.what, c.subject_id`;
