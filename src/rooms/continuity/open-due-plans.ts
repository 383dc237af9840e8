import type { Tx } from '../../db/transaction.js';
import { openByLeadTime } from '../succession/open-plan.js';
import type { Judged } from './keep-assessments.js';

/** Opens the succession plans whose lead time has begun; gives the networks (uuid) that got one. */
export async function openDuePlans(tx: Tx, judged: readonly Judged[]): Promise<string[]> {
  const due = judged.filter(({ assessment }) => assessment.plansDue.length > 0);
  for (const { facts, assessment } of due) {
    for (const { tenure, end } of assessment.plansDue) {
      const { id: oudernetwerkId, regionId } = facts;
      await openByLeadTime(tx, { trekkerschapId: tenure.id, oudernetwerkId, regionId, expectedOn: end.on });
    }
  }
  return due.map(({ facts }) => facts.id);
}
