import type { ConnectionLimits } from '../data-source.js';
import type { Transact } from '../transaction.js';
import { type Load, UNHEARD } from './load.js';
import { turns } from './turns.js';
import type { Usage } from './usage.js';

/** Of all transactions at once. */
const SHARE_OF_ONE_ACCOUNT = 1 / 5;

/** No account takes up the ordinary pool: it has a share of the connections, and whoever used least goes first. */
export function fairly(
  { poolSize, poolWaitMs }: Pick<ConnectionLimits, 'poolSize' | 'poolWaitMs'>,
  usage: Usage,
  transact: Transact,
  load: Load = UNHEARD,
): Transact {
  const inTurn = turns(poolSize, {
    name: 'transactions',
    refused: (name) => load.refused(name),
    usage,
    waitMs: poolWaitMs,
    perAccount: Math.ceil(poolSize * SHARE_OF_ONE_ACCOUNT),
  });
  return (viewer, work, around) =>
    inTurn(viewer.accountId ?? '', 0, async (_place, used) => {
      const begunAt = performance.now();
      try {
        return await transact(viewer, work, around);
      } finally {
        used(performance.now() - begunAt);
      }
    });
}
