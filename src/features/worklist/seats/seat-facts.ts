import * as v from 'valibot';
import {
  calendarDay,
  type Checked,
  dayOrNull,
  JsonShape,
  periodEntries,
  periodPairs,
} from '../../../db/json-shape.js';
import { BY_TERM } from '../../advisory/appointments/appointment-book.js';

/** The input of the rules for one seat. */
export const SEAT_FACTS = new JsonShape(
  'facts of a seat',
  v.object({
    id: v.string(),
    bodyId: v.string(),
    regionId: v.string(),
    openedOn: calendarDay,
    /** the first day on which it no longer exists; null = it stays */
    abolishedOn: dayOrNull,
    /** the first day on which its body no longer exists; null = it stays */
    bodyEndedOn: dayOrNull,
    /** months before the end of a term from which a successor is needed */
    endsSoonMonths: v.number(),
    /** days that a seat may be vacant before a warning */
    vacancyDays: v.number(),
    /** past, current and future holders, in that order; `latestEnd` is the last day of the term */
    appointments: v.array(
      v.object({
        id: v.string(),
        ...periodEntries,
        latestEnd: calendarDay,
        /** they stop for a reason of their own: there is no term after this one */
        leaves: v.boolean(),
        /** the last day on which their holder is left alone; null = they are not */
        pausedUntil: dayOrNull,
        /** when its holder is away, and the last day as expected */
        away: v.array(v.object({ ...periodEntries, expectedOn: dayOrNull })),
      }),
    ),
  }),
);

export type SeatFacts = Checked<typeof SEAT_FACTS>;

/** JSON of the facts of the seats $1 (uuid[]), one per row; as the system. */
export const SELECT_SEAT_FACTS = `
  select jsonb_build_object(
    'id', s.id,
    'bodyId', s.body_id,
    'regionId', s.region_id,
    'openedOn', s.opened_on,
    'abolishedOn', s.abolished_on,
    'bodyEndedOn', b.ended_on,
    'endsSoonMonths', b.ends_soon_months,
    'vacancyDays', b.vacancy_days,
    'appointments', coalesce((
      select jsonb_agg(jsonb_build_object('id', a.id, ${periodPairs('a.period')},
        'latestEnd', a.latest_end, 'leaves', a.end_reason is not null and a.end_reason <> all (array[${BY_TERM.map((reason) => `'${reason}'`).join(', ')}]),
        'pausedUntil', (select upper(p.period) - 1 from contact_pauses p where p.person_id = a.person_id), 'away', coalesce((
          select jsonb_agg(jsonb_build_object(${periodPairs('lasts.days')}, 'expectedOn', x.expected_until) order by lower(lasts.days))
          from absences x cross join lateral (select absent_days(x) * a.period as days) lasts
          where x.body_id = a.body_id and x.person_id = a.person_id and not isempty(lasts.days)), '[]'))
        order by lower(a.period))
      from seat_appointments a where a.seat_id = s.id), '[]'))::text as facts
  from advisory_seats s join advisory_bodies b on b.id = s.body_id where s.id = any ($1::uuid[])`;
