import { In, IsNull } from 'typeorm';
import { update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import type { TrekkerschapEntity } from '../../oudernetwerken/oudernetwerk.entity.js';
import { isTouched } from '../lock-plan.js';
import { SuccessionPlanEntity } from '../succession.entity.js';
import { isStillFilled } from './filled-vacancy.js';
import { open, remove } from './follow-undo.js';

export interface KeptSearch {
  readonly planId: string;
  readonly wasOpen: boolean;
}

/** What was sought for whoever follows somebody who is to begin after all, in the transaction that says so. */
export function keptSearches(tx: Tx, trekkerschapId: string): Promise<KeptSearch[]> {
  return tx.query('select plan_id as "planId", was_open as "wasOpen" from kept_searches($1)', [
    trekkerschapId,
  ]);
}

/** It is so again, and goes on if it was open. Some of it may be gone by now. */
export async function seekAgain(
  tx: Tx,
  { id: trekkerschapId, oudernetwerkId }: Pick<TrekkerschapEntity, 'id' | 'oudernetwerkId'>,
  kept: readonly KeptSearch[],
): Promise<void> {
  for (const { planId: id, wasOpen } of kept) {
    const plan = await tx.manager.findOneBy(SuccessionPlanEntity, { id, trekkerschapId: IsNull() });
    if (!plan?.closedOn) continue;
    if (wasOpen && plan.status === 'STOPPED') await open(tx, plan, { trekkerschapId, oudernetwerkId });
    else update(tx, SuccessionPlanEntity, { id }, { trekkerschapId });
  }
}

/**
 * The searches that the departure which is taken back has opened, though without it nobody would have been sought, by their ids.
 * Those that nobody touched go, unless somebody fills them all the same.
 */
export async function removeOpened(tx: Tx, trekkerschapId: string): Promise<string[]> {
  const opened = await tx.query<{ id: string }>('select id from opened_by_departure($1) opened (id)', [
    trekkerschapId,
  ]);
  const ids = opened.map(({ id }) => id);
  for (const plan of ids.length > 0 ? await tx.manager.findBy(SuccessionPlanEntity, { id: In(ids) }) : []) {
    const isOver =
      plan.status === 'STOPPED' || (plan.status === 'COMPLETED' && (await isStillFilled(tx, plan)));
    if (!isOver && !(await isTouched(tx, plan))) remove(tx, plan);
  }
  return ids;
}
