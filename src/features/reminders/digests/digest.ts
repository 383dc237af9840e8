import { v7 as uuid } from 'uuid';
import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { ask } from '../../../reads/ask.js';
import { constant, type Parameter, raw, type Sql, sql } from '../../../reads/sql.js';
import { isForBody } from '../../advisory/bodies/body-reach.js';
import { holdingSnooze } from '../../worklist/snooze-work-item.js';

/**
 * Creates this week's digest for every coordinator and secretary who wants one and has work waiting; from Monday on
 * (Amsterdam), once a week. Returns how many.
 */
export async function makeDigests(tx: Tx): Promise<number> {
  const monday = tx.today.subtract({ days: tx.today.dayOfWeek - 1 }).toString();
  return asSystem(tx, async () => {
    const today = constant(tx.today.toString());
    const accounts = await ask<{ id: string }>(
      tx,
      sql`select distinct r.account_id as id from account_roles r
       where r.role in ('COORDINATOR', 'SECRETARY') and r.period @> ${today}::date
         and (select m.reachable and m.digest from mail_reach('ACCOUNT', r.account_id) m)
         and case r.role
           when 'COORDINATOR' then exists (select from work_items w where ${OF_COORDINATOR} and ${awake(today)})
           else exists (select from work_items w where ${OF_SECRETARY} and ${awake(today)}) end
         and not exists (select from mails m where m.recipient_id = r.account_id and m.week = ${constant(monday)}::date)
       order by 1`,
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
const OF_COORDINATOR = sql`w.region_id in (select regions_below(r.region_id))`;
const OF_SECRETARY = sql`w.body_id in (select b.id from advisory_bodies b where ${isForBody(raw('r'), raw('b'))})`;

/** Not snoozed: `w` is a work item. */
export function awake(today: Parameter): Sql {
  return sql`not exists (select from ${holdingSnooze(raw('w'), today)})`;
}
