import { findableOn } from '../../ervaringsdeskundigen/profile-reach.js';
import { type Parameter, type Sql, sql } from '../../../reads/sql.js';

/** Whether a role (a row of `account_roles`) applies to a body: to that one alone, or to all of a region. */
export function isForBody(role: Sql, body: Sql): Sql {
  return sql`(${role}.body_id = ${body}.id
    or ${role}.body_id is null and ${body}.region_id in (select regions_below(${role}.region_id)))`;
}

/** Whether an ervaringsdeskundige consents to be findable for the seats of a body on a day. */
export function isFindableFor(body: Sql, profile: Sql, day: Parameter): Sql {
  return sql`(${findableOn(profile, day)} and ${profile}.findable_in = any (sought_for(${body}.id, ${day}::date)))`;
}
