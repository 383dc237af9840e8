import type { Argument } from '../../reads/argument.js';
import { type Sql, sql } from '../../reads/sql.js';

/** The uuid of the person that an id means by now: of one whose record became a part of another one, that other one. */
export function standingFor(id: Argument): Sql {
  const asked = id.uuid('Person');
  // worked out once, and not for every row behind a policy
  return sql`(select coalesce(merged_into(${asked}::uuid), ${asked}::uuid) offset 0)`;
}
