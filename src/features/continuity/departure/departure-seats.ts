import * as v from 'valibot';
import type { Parameter, Sql } from '../../../reads/sql.js';
import { sql } from '../../../reads/sql.js';
import type { Finding } from '../../worklist/findings.js';

/** A seat that would lose its holder. */
export const departingSeat = v.object({
  id: v.string(),
  /** somebody else is recorded to hold it later */
  isFollowed: v.boolean(),
});
type DepartingSeat = v.InferOutput<typeof departingSeat>;

/**
 * JSON of the seats that fall vacant when a person stops: those that they hold after that day, or are due to hold,
 * unless the seat itself is abolished by then. Among the rows that the viewer sees; by body and title.
 */
export const seatsLeftBy = (person: Sql, lastDay: Parameter) => sql`
  (select coalesce(json_agg(json_build_object('id', s.id, 'isFollowed', exists (select from seat_appointments n
      where n.seat_id = s.id and n.person_id <> ${person}.id and lower(n.period) > ${lastDay}::date))
    order by b.sort_name, s.sort_title, s.id), '[]')
  from advisory_seats s join advisory_bodies b on b.id = s.body_id
  where exists (select from seat_appointments a where a.seat_id = s.id and a.person_id = ${person}.id
      and a.period && daterange(${lastDay}::date + 1, null)
      and (s.abolished_on is null or s.abolished_on > greatest(${lastDay}::date + 1, lower(a.period)))))`;

/** A holder has to be found for every seat without a recorded next holder. */
export function seatRepairs(seats: readonly DepartingSeat[]): Finding['action'][] {
  return seats
    .filter(({ isFollowed }) => !isFollowed)
    .map(({ id }) => ({ code: 'FILL_SEAT', on: { type: 'AdvisorySeat', id } }));
}
