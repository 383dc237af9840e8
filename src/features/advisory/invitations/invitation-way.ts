import type { Row } from '../../../reads/mapping.js';
import { isForBody } from '../bodies/body-reach.js';
import { raw, type Sql, sql } from '../../../reads/sql.js';

/** How the body knows of whom it invites: under a pseudonym, from a seat they left, or by a nomination. */
export type InvitationWay = 'PSEUDONYM' | 'FORMER' | 'NOMINEE';

export function wayOf(invitation: Row): Sql {
  return sql`case when ${invitation}.ervaringsdeskundige_id is not null then 'PSEUDONYM'
    when ${invitation}.former_appointment_id is not null then 'FORMER' else 'NOMINEE' end`;
}

/** As what somebody invites: whoever is a secretary of the body writes as that. */
export type InvitedAs = 'SECRETARY' | 'COORDINATOR';

export function invitedAs(invitation: Row, body: Sql): Sql {
  return sql`case when exists (select from account_roles r where r.account_id = ${invitation}.invited_by
      and r.role = 'SECRETARY' and r.period @> ${invitation}.asked_on and ${isForBody(raw('r'), body)})
    then 'SECRETARY' else 'COORDINATOR' end`;
}
