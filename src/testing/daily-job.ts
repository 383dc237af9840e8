import { ENTITIES } from '../app/features.js';
import { systemViewer } from '../app/jobs/system-viewer.js';
import { createDataSource } from '../db/data-source.js';
import { transactions } from '../db/transaction.js';
import { type Clock, clockAt, today } from '../kernel/clock.js';
import type { TestService } from './test-service.js';
import { renewDue } from '../features/continuity/assessment/renew-continuity.js';

export interface DailyJob {
  /** judges at this instant every network whose assessment is of the past, and opens the plans that are due */
  run(instant: string): Promise<void>;
  close(): Promise<void>;
}

/** What passes the day, on a connection of its own and without what is mailed because of it. */
export async function openDailyJob(service: Pick<TestService, 'urls'>): Promise<DailyJob> {
  const dataSource = createDataSource(
    service.urls.serviceUrl,
    {
      poolSize: 1,
      poolWaitMs: 5_000,
      statementTimeoutMs: 60_000,
      lockTimeoutMs: 5_000,
      idleInTransactionTimeoutMs: 60_000,
    },
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
      const viewer = systemViewer(today(standing));
      while ((await transact(viewer, renewDue)) > 0);
    },
    close: () => dataSource.destroy(),
  };
}
