import { systemViewer } from '../src/app/jobs/system-viewer.js';
import { ENTITIES, TRANSACTION_RULES } from '../src/app/features.js';
import { createDataSource } from '../src/db/data-source.js';
import { transactions } from '../src/db/transaction.js';
import { systemClock, today } from '../src/kernel/clock.js';
import { renewDueNetworks } from '../src/features/continuity/assessment/renew-continuity.js';
import { renewDueWork } from '../src/features/worklist/renew-work.js';

const LIMITS = {
  poolSize: 1,
  poolWaitMs: 10_000,
  statementTimeoutMs: 60_000,
  lockTimeoutMs: 10_000,
  idleInTransactionTimeoutMs: 60_000,
  signOfLifeMs: 3_000,
  answerWithinMs: 6_000,
};

/** Assesses everything in a filled database for today, as the service’s daily job would; returns how many. */
export async function judgeNetworks(serviceUrl: string): Promise<number> {
  const dataSource = createDataSource(serviceUrl, LIMITS, ENTITIES, (error) => console.error(error));
  await dataSource.initialize();
  try {
    const transact = transactions({ dataSource, clock: systemClock, ...TRANSACTION_RULES });
    let judged = 0;
    for (const renewDue of [renewDueWork, renewDueNetworks]) {
      for (let some = 1; some > 0; judged += some) {
        some = await transact(systemViewer(today(systemClock), 'JOB'), renewDue);
      }
    }
    return judged;
  } finally {
    await dataSource.destroy();
  }
}
