import type { ClientBase } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { today, type Clock, type Instant, type PlainDate } from '../kernel/clock.js';
import type { DomainEvent } from '../kernel/event.js';
import type { Channel, Viewer } from '../kernel/viewer.js';
import { commit, transactionId } from './commit.js';
import { constraintFailure, type ConstraintFailures, isRetryable } from './constraints.js';
import { ahead, Statements } from './statements.js';
import { becoming } from './viewer-settings.js';

/**
 * The one transaction of a use-case. Row-level security is on: a row that the viewer may not see does not exist here.
 */
export interface Tx {
  /** to find rows; they are written with what stands in rows.ts */
  readonly manager: EntityManager;
  readonly viewer: Viewer;
  /** of the first entry in the audit log, to which what changes of personal columns refers */
  readonly auditId: string;
  /** by which way it is done, for the audit log */
  channel: Channel;
  readonly now: Instant;
  readonly today: PlainDate;
  /** how row-level security treats it at the moment; `asSystem` changes it */
  actsAs: 'viewer' | 'system';
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * For what needs no answer, such as a write: it goes along with the next statement. If it fails, so does the
   * transaction, and with its error.
   */
  send(sql: string, values?: readonly unknown[]): void;
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
export function transactions(parts: TransactionParts): Transact {
  const { constraints, afterCommit } = parts;
  return async (viewer, work, around = (run) => run()) => {
    for (let attempt = 1; ; attempt++) {
      try {
        const { result, events } = await once(parts, viewer, work, around);
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
  { dataSource, clock, listeners }: TransactionParts,
  viewer: Viewer,
  work: (tx: Tx) => Promise<Result>,
  around: AroundCommit,
): Promise<{ result: Result; events: readonly DomainEvent[] }> {
  const runner = dataSource.createQueryRunner();
  try {
    const statements = new Statements((await runner.connect()) as ClientBase);
    try {
      const auditId = uuid();
      begin(statements, viewer, auditId);
      const events: DomainEvent[] = [];
      const tx: Tx = {
        manager: runner.manager,
        viewer,
        auditId,
        channel: viewer.channel ?? 'API',
        now: clock.now(),
        today: today(clock),
        actsAs: 'viewer',
        query: statements.query.bind(statements),
        send: statements.send.bind(statements),
        record: (event) => void events.push(event),
      };
      const result = await work(tx);
      const id = ahead(transactionId(statements, events.length > 0));
      for (const listen of listeners) await listen(tx, events);
      const known = await id;
      await around(() => commit(statements, dataSource, known));
      return { result, events };
    } catch (error) {
      await statements.rollback().catch(() => undefined); // the first error is the one to report
      throw statements.causeOf(error);
    }
  } finally {
    await runner.release();
  }
}

/** Sent along with the first statement of the work. Were it to fail, the login has no rights of its own. */
function begin(statements: Statements, viewer: Viewer, auditId: string): void {
  statements.begin();
  statements.send(...becoming(viewer, auditId));
}
