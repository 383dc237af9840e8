import type { Tx } from '../../../db/transaction.js';
import { followExpectedEnd } from '../../succession/plans/follow-expected-end.js';
import { openByLeadTime } from '../../succession/plans/open-plan.js';
import type { Judged } from './sync-assessments.js';

/**
 * Opens the succession plans whose lead time has begun, and moves earlier ones along with an end that has moved;
 * returns the networks (uuid) in which that changed something.
 */
export async function syncPlans(tx: Tx, judged: readonly Judged[]): Promise<string[]> {
  const changed: string[] = [];
  for (const { facts, assessment } of judged) {
    const { id: oudernetwerkId, regionId } = facts;
    const { plansDue, plansMoved } = assessment;
    for (const { trekkerschap, end } of plansDue) {
      const { id: trekkerschapId } = trekkerschap;
      await openByLeadTime(tx, { trekkerschapId, oudernetwerkId, regionId, expectedOn: end.on });
    }
    for (const moved of plansMoved) await followExpectedEnd(tx, moved);
    if (plansDue.length + plansMoved.length > 0) changed.push(oudernetwerkId);
  }
  return changed;
}
