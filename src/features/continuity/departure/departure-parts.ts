import { type Parameter, type Sql, sql } from '../../../reads/sql.js';
import { isOwnOrManaged } from '../../access/viewer-reach.js';
import { partsJson } from '../../departures/departure-parts.js';

/**
 * JSON of what ends when a person departs after a day, as the features end it. Of an invitation only whoever keeps the
 * record of a parent knows whom it is for.
 */
export const endedAfter = (person: Sql, lastDay: Parameter) => {
  const theirs = sql`r.person_id = ${person}.id`;
  const goesOn = sql`${theirs} and (upper_inf(r.period) or upper(r.period) > ${lastDay}::date + 1)`;
  return partsJson((part) => {
    switch (part) {
      case 'trekkerschappen':
        // whoever was to go on in another role on the day after does not
        return sql`(${goesOn} or ${theirs} and upper(r.period) = ${lastDay}::date + 1 and r.end_reason is null)`;
      case 'seatAppointments':
        // whoever was to go on in another term does not, nor is asked to
        return sql`(${goesOn} or ${theirs} and upper(r.period) = ${lastDay}::date + 1
          and r.end_reason in ('TERM_COMPLETED', 'REAPPOINTED'))`;
      case 'memberships':
        return goesOn;
      case 'candidates':
        return sql`${theirs} and r.ended_on is null and r.stage <> 'APPOINTED'`;
      case 'invitations':
        return sql`${theirs} and r.status in ('ASKED', 'ACCEPTED')
          and ${isOwnOrManaged(sql`${person}.id`, sql`${person}.region_id`)}`;
      case 'handoverItems':
        return sql`r.owner_person_id = ${person}.id and r.done_on is null`;
      case 'contactOf':
        return sql`r.contact_person_id = ${person}.id`;
    }
  });
};
