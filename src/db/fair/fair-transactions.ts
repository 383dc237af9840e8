import type { ConnectionLimits } from '../data-source.js';
import { databaseTrouble } from '../database-trouble.js';
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

/** What a transaction is charged at most: it may have waited for what somebody else had locked. */
const MOST_CHARGED_MS = 100;

/**
 * Everybody uses as long as their work takes. They are charged for the time in which this process had nothing to do but
 * to wait for the database, and not where the database could not serve them: a busy machine is nobody's doing.
 */
function timed(inTurn: ReturnType<typeof turns>) {
  return <Result>(
    account: string,
    work: () => Promise<Result>,
    charge?: (ms: number) => void,
  ): Promise<Result> =>
    inTurn(account, 0, async (_place, used) => {
      const begunAt = performance.now();
      const loop = performance.eventLoopUtilization();
      let served = true;
      try {
        return await work();
      } catch (error) {
        served = databaseTrouble(error) === null;
        throw error;
      } finally {
        used(performance.now() - begunAt);
        if (served) charge?.(Math.min(performance.eventLoopUtilization(loop).idle, MOST_CHARGED_MS));
      }
    });
}
