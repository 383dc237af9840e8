import type { ConnectionLimits } from '../data-source.js';
import type { Transact } from '../transaction.js';
import { type Load, UNHEARD } from './load.js';
import { turns } from './turns.js';
import type { Usage } from './usage.js';

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
  load: Load = UNHEARD,
): FairTransactions {
  const share = Math.ceil(poolSize * SHARE_OF_ONE_ACCOUNT);
  const rules = {
    name: 'transactions' as const,
    refused: load.refused.bind(load),
    waitMs: poolWaitMs,
  };
  const accounts = timed(
    turns(poolSize, { ...rules, usage: byAccounts, admits: (_account, has) => has < share }),
  );
  const visitors = timed(turns(share, { ...rules, usage: byVisitors, admits: (_client, has) => has === 0 }));
  return {
    transact: (viewer, work, around, used) =>
      accounts(viewer.accountId ?? '', () => transact(viewer, work, around), used),
    forVisitor: (client) => (viewer, work, around) =>
      visitors(client, () => accounts(VISITORS, () => transact(viewer, work, around))),
  };
}

/** Everybody uses as long as their work takes. */
function timed(inTurn: ReturnType<typeof turns>) {
  return <Result>(
    account: string,
    work: () => Promise<Result>,
    charge?: (ms: number) => void,
  ): Promise<Result> =>
    inTurn(account, 0, async (_place, used) => {
      const begunAt = performance.now();
      try {
        return await work();
      } finally {
        const ms = performance.now() - begunAt;
        used(ms);
        charge?.(ms);
      }
    });
}
