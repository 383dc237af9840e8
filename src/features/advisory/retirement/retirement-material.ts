import * as v from 'valibot';
import {
  calendarDay,
  type Checked,
  dayOrNull,
  JsonShape,
  periodEntries,
  periodPairs,
} from '../../../db/json-shape.js';
import type { Row } from '../../../reads/mapping.js';
import { raw, type Sql, sql } from '../../../reads/sql.js';

/** The data of a body, from viewers who fill its seats. */
export const RETIREMENT_MATERIAL = new JsonShape(
  'retirement material',
  v.object({
    maxLeavingShare: v.nullable(v.number()),
    vacancyDays: v.number(),
    /** in display order */
    seats: v.array(v.object({ id: v.string(), openedOn: calendarDay, abolishedOn: dayOrNull })),
    appointments: v.array(
      v.object({
        id: v.string(),
        seatId: v.string(),
        ...periodEntries,
        latestEnd: calendarDay,
        termNumber: v.number(),
        endReason: v.nullable(v.string()),
        /** why they cannot have another term after it; null = they can */
        hindrance: v.nullable(v.string()),
      }),
    ),
  }),
);

export type RetirementMaterial = Checked<typeof RETIREMENT_MATERIAL>;

/** `RetirementMaterial` of a body, as JSON: all of its seats and appointments that the viewer sees. */
export function retirementMaterial(body: Row): Sql {
  return sql`json_build_object('maxLeavingShare', ${body}.max_leaving_share, 'vacancyDays', ${body}.vacancy_days,
    'seats', (select coalesce(json_agg(json_build_object('id', s.id, 'openedOn', s.opened_on,
        'abolishedOn', s.abolished_on) order by s.sort_title, s.id), '[]')
      from advisory_seats s where s.body_id = ${body}.id),
    'appointments', (select coalesce(json_agg(json_build_object('id', a.id, 'seatId', a.seat_id,
        ${raw(periodPairs('a.period'))}, 'latestEnd', a.latest_end, 'termNumber', a.term_number,
        'endReason', a.end_reason, 'hindrance', reappointment_hindrance(a)) order by lower(a.period), a.id), '[]')
      from seat_appointments a where a.body_id = ${body}.id))`;
}
