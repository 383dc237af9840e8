import type { DataSource, EntityManager } from 'typeorm';
import { today, type Clock, type Instant, type PlainDate } from '../kernel/clock.js';
import type { DomainEvent } from '../kernel/event.js';
import type { Viewer } from '../kernel/viewer.js';
import { commit, transactionId } from './commit.js';
import { constraintFailure, type ConstraintFailures, isRetryable } from './constraints.js';
import { reachOf, roleOf, SET_VIEWER, viewerValues } from './viewer-settings.js';

/**
 * The one transaction of a use-case. Row-level security is on: a row that the viewer may not see does not exist here.
 */
export interface Tx {
  readonly manager: EntityManager;
  readonly viewer: Viewer;
  readonly now: Instant;
  readonly today: PlainDate;
  /** how row-level security treats it at the moment; `asSystem` changes it */
  actsAs: 'viewer' | 'system';
  /** of the transaction in PostgreSQL, once somebody asked for it */
  id?: string;
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Records what happened; listeners run inside this transaction, before commit, in order. */
  record(event: DomainEvent): void;
}

export type EventListener = (tx: Tx, events: readonly DomainEvent[]) => Promise<void>;

/** Runs the commit, or refuses to: then the transaction is rolled back. */
type AroundCommit = (commit: () => Promise<void>) => Promise<void>;

export type Transact = <Result>(
  viewer: Viewer,
  work: (tx: Tx) => Promise<Result>,
  around?: AroundCommit,
  /** hears the milliseconds that it took once it was its turn, whatever came of it */
  used?: (ms: number) => void,
) => Promise<Result>;

interface TransactionParts {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly listeners: readonly EventListener[];
  readonly constraints: ConstraintFailures;
  readonly afterCommit?: (events: readonly DomainEvent[]) => void;
}

const ATTEMPTS = 3;

/** `transaction(viewer, work)`: all or nothing, retried as a whole on a deadlock or serialisation failure. */
export function transactions({
  dataSource,
  clock,
  listeners,
  constraints,
  afterCommit,
}: TransactionParts): Transact {
  return async (viewer, work, around = (run) => run()) => {
    for (let attempt = 1; ; attempt++) {
      try {
        const { result, events } = await once(dataSource, clock, listeners, viewer, work, around);
        afterCommit?.(events);
        return result;
      } catch (error) {
        if (attempt < ATTEMPTS && isRetryable(error)) continue;
        throw constraintFailure(error, constraints) ?? error;
      }
    }
  };
}

async function once<Result>(
  dataSource: DataSource,
  clock: Clock,
  listeners: readonly EventListener[],
  viewer: Viewer,
  work: (tx: Tx) => Promise<Result>,
  around: AroundCommit,
): Promise<{ result: Result; events: readonly DomainEvent[] }> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.startTransaction();
    try {
      const values = viewerValues(viewer);
      const role = roleOf(reachOf(viewer));
      await runner.query(`${SET_VIEWER.text}, set_config('role', $${values.length + 1}, true)`, [
        ...values,
        role,
      ]);
      const events: DomainEvent[] = [];
      const tx: Tx = {
        manager: runner.manager,
        viewer,
        now: clock.now(),
        today: today(clock),
        actsAs: 'viewer',
        // with values, if none: then it is prepared
        query: async <Row>(sql: string, values: readonly unknown[] = []) =>
          (await runner.query(sql, values as unknown[], true)).records as Row[],
        record: (event) => void events.push(event),
      };
      const result = await work(tx);
      for (const listen of listeners) await listen(tx, events);
      const id = tx.id ?? (await transactionId(runner));
      await around(() => commit(runner, dataSource, id));
      return { result, events };
    } catch (error) {
      await runner.rollbackTransaction().catch(() => undefined); // the first error is the one to report
      throw error;
    }
  } finally {
    await runner.release();
  }
}
