import { v7 as uuid } from 'uuid';
import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';

/**
 * Makes this week's digest for every coordinator and secretary who wants one and has work waiting; from Monday on
 * (Amsterdam), once a week. Gives how many.
 */
export async function makeDigests(tx: Tx): Promise<number> {
  const monday = tx.today.subtract({ days: tx.today.dayOfWeek - 1 }).toString();
  return asSystem(tx, async () => {
    const accounts = await tx.query<{ id: string }>(
      `select distinct r.account_id as id from account_roles r
       where r.role in ('COORDINATOR', 'SECRETARY') and r.period @> $1::date
         and exists (select from mail_recipient('ACCOUNT', r.account_id) m where m.address is not null and m.digest)
         and case r.role
           when 'COORDINATOR' then exists (select from work_items w where ${OF_COORDINATOR} and ${AWAKE})
           else exists (select from work_items w where ${OF_SECRETARY} and ${AWAKE}) end
         and not exists (select from mails m where m.recipient_id = r.account_id and m.week = $2::date)
       order by 1`,
      [tx.today.toString(), monday],
    );
    if (accounts.length === 0) return 0;
    const made = await tx.query<{ id: string }>(
      `insert into mails (id, kind, recipient_type, recipient_id, params, week, made_at, due_at)
       select id, 'DIGEST', 'ACCOUNT', account, '{}', $2, $3, $3
       from jsonb_to_recordset($1) d (id uuid, account uuid)
       on conflict (recipient_id, week) do nothing returning id`,
      [JSON.stringify(accounts.map(({ id }) => ({ id: uuid(), account: id }))), monday, tx.now.toString()],
    );
    return made.length;
  });
}

/** The work of a role: `w` an item of work, `r` the role. */
const OF_COORDINATOR = 'w.region_id in (select regions_below(r.region_id))';
const OF_SECRETARY = `w.body_id in (select b.id from advisory_bodies b where b.id = r.body_id
  or r.body_id is null and b.region_id in (select regions_below(r.region_id)))`;

/** Not put off: `w` an item of work, $1 the day. */
export const AWAKE = `not exists (select from work_item_snoozes s
  where s.subject_id = w.subject_id and s.until >= $1::date and s.severity >= w.severity)`;
