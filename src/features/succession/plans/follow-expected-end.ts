import { IsNull } from 'typeorm';
import type { Tx } from '../../../db/transaction.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { moveTarget } from '../candidates/follow-candidates.js';
import { isTouched } from '../lock-plan.js';
import { stopBeforeEnd } from './follow-network.js';
import { closeStopped } from './stop-succession.js';
import { SuccessionPlanEntity } from '../succession.entity.js';

/**
 * The end that a plan follows is another one. The plan targets the new day, unless its target day was set by hand; a
 * search that the service opened and nobody has begun stops if its lead time has not begun (`near`), and any search where
 * the network ends before anybody would follow (`over`).
 */
export async function followExpectedEnd(
  tx: Tx,
  { planId, expectedOn, over, near }: { planId: string; expectedOn: PlainDate; over: boolean; near: boolean },
): Promise<void> {
  const plan = await tx.manager.findOneBy(SuccessionPlanEntity, { id: planId, closedOn: IsNull() });
  if (!plan?.openedFor) return;
  if (over) {
    stopBeforeEnd(tx, plan);
    return;
  }
  const begun = plan.openedBecause !== 'LEAD_TIME' || (await isTouched(tx, plan));
  if (!near && !begun) {
    closeStopped(tx, plan, 'De trekker stopt naar verwachting pas later.');
    return;
  }
  tx.send('update succession_plans set opened_for = $2::date where id = $1', [planId, expectedOn.toString()]);
  if (plan.targetOn?.equals(plan.openedFor)) moveTarget(tx, plan, expectedOn);
}
