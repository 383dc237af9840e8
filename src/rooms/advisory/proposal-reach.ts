import type { Row } from '../../reads/mapping.js';
import { type Sql, sql, viewerDay } from '../../reads/sql.js';

/** Whether it is a question to the viewer, or to a parent whose home region they coordinate. */
export function keepsQuestion(proposal: Row): Sql {
  return sql`(${proposal}.person_id = (select viewer_uuid('app.person'))
    or ${proposal}.person_region_id = any ((select viewer_uuids('app.regions'))::uuid[]))`;
}

/** Whether the viewer fills the seat it is about. */
export function fillsSeat(proposal: Row): Sql {
  return sql`(${proposal}.body_id = any ((select viewer_uuids('app.bodies'))::uuid[])
    or ${proposal}.region_id = any ((select viewer_uuids('app.regions'))::uuid[]))`;
}

/** Whether the viewer may know who was asked: who fills the seat from the yes on, as long as it leads to a seat. */
export function knowsWhom(proposal: Row): Sql {
  return sql`(${keepsQuestion(proposal)} or ${fillsSeat(proposal)} and (${proposal}.status = 'ACCEPTED'
    or ${proposal}.status = 'APPOINTED' and exists (select from seat_appointments held
      where held.proposal_id = ${proposal}.id and (upper_inf(held.period) or upper(held.period) > ${viewerDay}::date))))`;
}

/** A question runs out by itself when its last day has passed. */
export function statusToday(proposal: Row): Sql {
  return sql`case when ${proposal}.status = 'ASKED' and ${proposal}.expires_on < ${viewerDay}::date then 'EXPIRED'
    else ${proposal}.status end`;
}
