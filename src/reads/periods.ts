import type { Parameter, Sql } from './sql.js';
import { sql } from './sql.js';

/** Whether a period continues after a day, or is in the future. */
export function notOver(period: Sql, day: Sql | Parameter): Sql {
  return sql`(upper_inf(${period}) or upper(${period}) > ${day}::date)`;
}
