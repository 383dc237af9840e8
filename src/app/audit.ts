import { v7 as uuid } from 'uuid';
import type { Tx } from '../db/transaction.js';
import type { DomainEvent } from '../kernel/event.js';

/** The log stores event details flat, so that anybody can read them. */
type Kept = Readonly<Record<string, string | number | boolean | null | readonly string[] | undefined>>;

/** Every event becomes a row of the audit log, in the transaction it happened in. */
export async function writeAudit(tx: Tx, events: readonly DomainEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((event, place) => ({
    id: place === 0 ? tx.auditId : uuid(),
    happened_at: tx.now.toString(),
    account_id: tx.viewer.accountId,
    action: event.name,
    subject_type: event.subjectType,
    subject_id: event.subjectId,
    region_id: event.regionId,
    facts: event.details satisfies Kept,
    channel: tx.channel,
    why: whyOf(event),
  }));
  tx.send(
    `insert into audit_log (id, happened_at, account_id, action, subject_type, subject_id, region_id, facts, channel, why)
     select * from jsonb_to_recordset($1) as event(id uuid, happened_at timestamptz, account_id uuid, action text,
       subject_type text, subject_id uuid, region_id uuid, facts jsonb, channel text, why text)`,
    [JSON.stringify(rows)],
  );
}

/** The reason, where an event has one: a code, and never what somebody wrote. */
function whyOf({ details }: DomainEvent): string | null {
  const { reason, because } = details as Readonly<Record<string, unknown>>;
  const why = reason ?? because;
  return typeof why === 'string' && /^[A-Z_]+$/.test(why) ? why : null;
}
