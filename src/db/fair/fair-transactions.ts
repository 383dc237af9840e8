import type { ConnectionLimits } from '../data-source.js';
import type { Transact } from '../transaction.js';
import { FairQueue, type Usage } from './fair-queue.js';

/** Of all transactions at once. */
const SHARE_OF_ONE_ACCOUNT = 1 / 5;

/** No account takes up the ordinary pool: it has a share of the connections, and whoever used least goes first. */
export function fairly(
  { poolSize, poolWaitMs }: Pick<ConnectionLimits, 'poolSize' | 'poolWaitMs'>,
  usage: Usage,
  transact: Transact,
): Transact {
  let taken = 0;
  const queue = new FairQueue({
    free: () => (taken < poolSize ? true : null),
    usage,
    waitMs: poolWaitMs,
    perAccount: Math.ceil(poolSize * SHARE_OF_ONE_ACCOUNT),
  });
  return (viewer, work, around) =>
    queue.run(viewer.accountId ?? '', 0, async (_place, used) => {
      const begunAt = performance.now();
      taken++;
      try {
        return await transact(viewer, work, around);
      } finally {
        taken--;
        used(performance.now() - begunAt);
      }
    });
}
