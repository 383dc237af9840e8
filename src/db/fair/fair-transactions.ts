import type { ConnectionLimits } from '../data-source.js';
import type { Transact } from '../transaction.js';
import { FairQueue, type Usage } from './fair-queue.js';

/** Of all transactions at once. */
const SHARE_OF_ONE_ACCOUNT = 1 / 5;
/** Stands for all visitors among the accounts. */
const VISITORS = 'visitors';

export interface FairTransactions {
  /** For viewers, who take turns by their account; the service itself has one too. */
  readonly transact: Transact;
  /** For whoever needs no account, such as the holder of a link. All of them together have the share of one account. */
  forVisitor(client: string): Transact;
}

interface Used {
  readonly byAccounts: Usage;
  /** apart, so that many visitors do not make us forget what accounts used */
  readonly byVisitors: Usage;
}

/** Nobody takes up the ordinary pool: each has a share of the connections, and whoever used least goes first. */
export function fairly(
  { poolSize, poolWaitMs }: Pick<ConnectionLimits, 'poolSize' | 'poolWaitMs'>,
  { byAccounts, byVisitors }: Used,
  transact: Transact,
): FairTransactions {
  const share = Math.ceil(poolSize * SHARE_OF_ONE_ACCOUNT);
  const accounts = turns({ places: poolSize, perAccount: share, usage: byAccounts, waitMs: poolWaitMs });
  const visitors = turns({ places: share, perAccount: 1, usage: byVisitors, waitMs: poolWaitMs });
  return {
    transact: (viewer, work, around) =>
      accounts(viewer.accountId ?? '', () => transact(viewer, work, around)),
    forVisitor: (client) => (viewer, work, around) =>
      visitors(client, () => accounts(VISITORS, () => transact(viewer, work, around))),
  };
}

interface Turns {
  readonly places: number;
  readonly perAccount: number;
  readonly usage: Usage;
  readonly waitMs: number;
}

/** So many at once, and everybody in their turn. */
function turns({ places, ...rules }: Turns) {
  let taken = 0;
  const queue = new FairQueue({ free: () => (taken < places ? true : null), ...rules });
  return <Result>(account: string, work: () => Promise<Result>): Promise<Result> =>
    queue.run(account, 0, async (_place, used) => {
      const begunAt = performance.now();
      taken++;
      try {
        return await work();
      } finally {
        taken--;
        used(performance.now() - begunAt);
      }
    });
}
