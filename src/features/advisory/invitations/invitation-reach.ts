import type { Row } from '../../../reads/mapping.js';
import { notOver, type Sql, sql, viewerDay } from '../../../reads/sql.js';
import { fillsSeats, isOwnOrManaged } from '../../access/viewer-reach.js';

/** Whether it is an invitation to the viewer, or to a parent whose home region they coordinate. */
export function isOnParentsSide(invitation: Row): Sql {
  return isOwnOrManaged(sql`${invitation}.person_id`, sql`${invitation}.person_region_id`);
}

/** Whether the viewer fills the seat it is for. */
export function fillsSeat(invitation: Row): Sql {
  return fillsSeats(sql`${invitation}.region_id`, sql`${invitation}.body_id`);
}

/**
 * Whether the viewer may know who was invited: if they fill the seat, from the acceptance on, as long as it leads to
 * an appointment.
 */
export function knowsWhom(invitation: Row): Sql {
  return sql`(${isOnParentsSide(invitation)} or ${fillsSeat(invitation)} and (${invitation}.status = 'ACCEPTED'
    or ${invitation}.status = 'APPOINTED' and exists (select from seat_appointments held
      where held.invitation_id = ${invitation}.id and ${notOver(sql`held.period`, viewerDay)})))`;
}
