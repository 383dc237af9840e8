import { v7 as uuid } from 'uuid';
import type { Fact, Tx } from '../db/transaction.js';

/** Every fact becomes a row of the audit log, in the transaction it happened in. */
export async function writeAudit(tx: Tx, facts: readonly Fact[]): Promise<void> {
  if (facts.length === 0) return;
  const rows = facts.map((fact) => ({
    id: uuid(),
    happened_at: tx.now.toString(),
    account_id: tx.viewer.accountId,
    action: fact.action,
    subject_type: fact.subjectType,
    subject_id: fact.subjectId,
    region_id: fact.regionId,
    facts: fact.details ?? {},
  }));
  await tx.query(
    `insert into audit_log (id, happened_at, account_id, action, subject_type, subject_id, region_id, facts)
     select * from jsonb_to_recordset($1) as fact(id uuid, happened_at timestamptz, account_id uuid, action text,
       subject_type text, subject_id uuid, region_id uuid, facts jsonb)`,
    [JSON.stringify(rows)],
  );
}
