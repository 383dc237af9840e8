import { type Parameter, type Sql, sql } from '../../reads/sql.js';

/**
 * A FROM item with the snooze `s` in force for a work item: its day has not passed, and the item has not become
 * worse.
 */
export function holdingSnooze(item: Sql, day: Parameter): Sql {
  return sql`work_item_snoozes s where s.subject_id = ${item}.subject_id
    and s.until >= ${day}::date and s.severity >= ${item}.severity`;
}
