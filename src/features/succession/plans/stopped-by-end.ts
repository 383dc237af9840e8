import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import { followDeparture } from '../candidates/follow-candidates.js';
import { SuccessionPlanEntity } from '../succession.entity.js';

/**
 * The search for whoever follows a trekker that the end of their network stopped. It follows its trekker as an open one
 * does, to be right if that end is taken back. With `ending` only for one who does not lead the network to its end.
 */
export async function stoppedByNetworkEnd(
  tx: Tx,
  trekkerschapId: string,
  { ending = false } = {},
): Promise<SuccessionPlanEntity | null> {
  const [row] = await tx.query<{ id: string | null }>('select stopped_by_network_end($1, $2) as id', [
    trekkerschapId,
    ending,
  ]);
  return row?.id ? tx.manager.findOneByOrFail(SuccessionPlanEntity, { id: row.id }) : null;
}

/** What it has become is so without that end as well. */
export function keepStopped(tx: Tx, { id }: Pick<SuccessionPlanEntity, 'id'>): void {
  tx.send('select keep_stopped($1)', [id]);
}

/** It goes on with its candidates, for a trekker who stops before the network does. */
export async function resumeStopped(tx: Tx, trekkerschapId: string): Promise<SuccessionPlanEntity | null> {
  const stopped = await stoppedByNetworkEnd(tx, trekkerschapId);
  if (!stopped) return null;
  await tx.query('select resume_stopped($1)', [stopped.id]);
  const plan = await tx.manager.findOneByOrFail(SuccessionPlanEntity, { id: stopped.id });
  if (plan.closedOn) return null;
  await followDeparture(tx, plan);
  tx.record({ name: 'succession.reopened', ...about('SuccessionPlan', plan), details: {} });
  return plan;
}
