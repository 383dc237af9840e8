import { ENTITIES } from '../app/features.js';
import { createDataSource } from '../db/data-source.js';
import { transactions } from '../db/transaction.js';
import { type Clock, clockAt, today } from '../kernel/clock.js';
import type { TestService } from './test-service.js';
import { renewDue } from '../features/continuity/assessment/renew-continuity.js';

/** The account in whose name the service works on its own behalf; see the migration of succession. */
export const SYSTEM_ACCOUNT = '00000000-0000-7000-8000-000000000001';

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
      const viewer = {
        accountId: SYSTEM_ACCOUNT,
        locale: 'nl',
        roles: [],
        personId: null,
        regions: [],
        led: [],
        supported: [],
        outlines: [],
        bodies: [],
        secretariat: [],
        seeks: [],
        today: today(standing),
      } as const;
      while ((await transact(viewer, renewDue)) > 0);
    },
    close: () => dataSource.destroy(),
  };
}
