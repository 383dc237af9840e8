import { IsNull } from 'typeorm';
import type { Tx } from '../../../db/transaction.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { moveTarget } from '../candidates/follow-candidates.js';
import { closeStopped } from './stop-succession.js';
import { SuccessionPlanEntity, SuccessorCandidateEntity } from '../succession.entity.js';

/**
 * The end that a plan follows is expected on another day by now. The plan aims at that day, unless somebody gave it a
 * day of its own; a search that the service opened and nobody had begun stops where its time has not come (`near`).
 */
export async function followExpectedEnd(
  tx: Tx,
  { planId, expectedOn, near }: { planId: string; expectedOn: PlainDate; near: boolean },
): Promise<void> {
  const plan = await tx.manager.findOneBy(SuccessionPlanEntity, { id: planId, closedOn: IsNull() });
  if (!plan?.openedFor) return;
  const begun =
    plan.openedBecause !== 'LEAD_TIME' ||
    plan.version > 1 ||
    (await tx.manager.existsBy(SuccessorCandidateEntity, { planId }));
  if (!near && !begun) return closeStopped(tx, plan, 'De trekker stopt naar verwachting pas later.');
  await tx.query('update succession_plans set opened_for = $2::date where id = $1', [
    planId,
    expectedOn.toString(),
  ]);
  if (plan.targetOn?.equals(plan.openedFor)) await moveTarget(tx, plan, expectedOn);
}
