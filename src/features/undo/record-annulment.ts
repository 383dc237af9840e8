import { v7 as uuid } from 'uuid';
import type { ObjectLiteral } from 'typeorm';
import { insert, remove } from '../../db/rows.js';
import type { Tx } from '../../db/transaction.js';
import type { SubjectType } from '../../kernel/event.js';
import { Checks } from '../../kernel/checks.js';
import { AnnulmentEntity } from './annulment.entity.js';

const LONGEST = 500;

/** Why something goes that should not have been recorded. */
export function undoReason({ reason }: { readonly reason: string }): string {
  const checks = new Checks();
  const text = checks.text(reason, ['input', 'reason'], LONGEST);
  checks.done();
  return text;
}

/** Keeps why a row went, and leads its id to the one that replaced it. */
export function recordAnnulment(
  tx: Tx,
  subjectType: SubjectType | 'OudernetwerkEnd' | 'OudernetwerkActivation',
  row: { readonly id: string; readonly regionId: string },
  reason: string,
  replacedBy: string | null = null,
): void {
  insert(tx, AnnulmentEntity, {
    id: uuid(),
    subjectType,
    subjectId: row.id,
    regionId: row.regionId,
    accountId: tx.viewer.accountId!,
    annulledAt: tx.now.toString(),
    reason,
    replacedBy,
  });
}

type Identified = ObjectLiteral & { id: string };

/** Removes a row that was recorded by mistake, and keeps why; its id leads to the one that replaces it. */
export function annul(
  tx: Tx,
  entity: new () => Identified,
  subjectType: SubjectType,
  row: { readonly id: string; readonly regionId: string },
  reason: string,
  replacedBy: string | null = null,
): void {
  remove(tx, entity, { id: row.id });
  recordAnnulment(tx, subjectType, row, reason, replacedBy);
}
