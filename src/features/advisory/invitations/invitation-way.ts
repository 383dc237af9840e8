import type { Row } from '../../../reads/mapping.js';
import { type Sql, sql } from '../../../reads/sql.js';

/** How the body knows of whom it invites: under a pseudonym, from a seat they left, or by a nomination. */
export type InvitationWay = 'PSEUDONYM' | 'FORMER' | 'NOMINEE';

export function wayOf(invitation: Row): Sql {
  return sql`case when ${invitation}.ervaringsdeskundige_id is not null then 'PSEUDONYM'
    when ${invitation}.former_appointment_id is not null then 'FORMER' else 'NOMINEE' end`;
}
