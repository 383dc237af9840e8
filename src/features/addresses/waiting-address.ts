import { sql, type Sql, viewerDay } from '../../reads/sql.js';

/** The address that waits for its reader to follow a link; null if none does. */
export function waitingAddress(owner: Sql): Sql {
  return sql`(select w.new_address from mail_address_changes w where ${owner} and w.outcome is null
    and w.expires_on >= ${viewerDay}::date)`;
}
