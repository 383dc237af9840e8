import { ENTITIES } from '../app/features.js';
import { systemViewer } from '../app/jobs/system-viewer.js';
import { createDataSource } from '../db/data-source.js';
import { TEST_LIMITS } from '../db/testing/limits.js';
import { transactions } from '../db/transaction.js';
import { type Clock, clockAt, today } from '../kernel/clock.js';
import type { TestService } from './test-service.js';
import { renewDueNetworks } from '../features/continuity/assessment/renew-continuity.js';
import { renewDueWork } from '../features/worklist/renew-work.js';

export interface DailyJob {
  /** reassesses at this instant everything whose assessment is outdated, and opens the plans that are due */
  run(instant: string): Promise<void>;
  close(): Promise<void>;
}

/** Rolls over the day, on its own connection and without the emails that follow from it. */
export async function openDailyJob(service: Pick<TestService, 'urls'>): Promise<DailyJob> {
  const dataSource = createDataSource(
    service.urls.serviceUrl,
    { ...TEST_LIMITS, statementTimeoutMs: 60_000, idleInTransactionTimeoutMs: 60_000 },
    ENTITIES,
    () => undefined,
  );
  await dataSource.initialize();
  let standing: Clock;
  const transact = transactions({
    dataSource,
    clock: { now: () => standing.now() },
    listeners: [],
    constraints: {},
  });
  return {
    async run(instant) {
      standing = clockAt(instant);
      const viewer = systemViewer(today(standing), 'JOB');
      for (const renewDue of [renewDueWork, renewDueNetworks]) while ((await transact(viewer, renewDue)) > 0);
    },
    close: () => dataSource.destroy(),
  };
}
