import type { Row } from '../../../reads/mapping.js';
import { type Sql, sql, viewerDay } from '../../../reads/sql.js';

/** Whether it is a question to the viewer, or to a parent whose home region they coordinate. */
export function keepsQuestion(invitation: Row): Sql {
  return sql`(${invitation}.person_id = (select viewer_uuid('app.person'))
    or ${invitation}.person_region_id = any ((select viewer_uuids('app.regions'))::uuid[]))`;
}

/** Whether the viewer fills the seat it is about. */
export function fillsSeat(invitation: Row): Sql {
  return sql`(${invitation}.body_id = any ((select viewer_uuids('app.bodies'))::uuid[])
    or ${invitation}.region_id = any ((select viewer_uuids('app.regions'))::uuid[]))`;
}

/** Whether the viewer may know who was asked: who fills the seat from the yes on, as long as it leads to a seat. */
export function knowsWhom(invitation: Row): Sql {
  return sql`(${keepsQuestion(invitation)} or ${fillsSeat(invitation)} and (${invitation}.status = 'ACCEPTED'
    or ${invitation}.status = 'APPOINTED' and exists (select from seat_appointments held
      where held.invitation_id = ${invitation}.id and (upper_inf(held.period) or upper(held.period) > ${viewerDay}::date))))`;
}

/** A question runs out by itself when its last day has passed. */
export function statusToday(invitation: Row): Sql {
  return sql`case when ${invitation}.status = 'ASKED' and ${invitation}.expires_on < ${viewerDay}::date then 'EXPIRED'
    else ${invitation}.status end`;
}
