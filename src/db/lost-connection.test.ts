import type { DataSource } from 'typeorm';
import { day, systemClock } from '../kernel/clock.js';
import { nobody } from '../kernel/viewer.js';
import { cloneDatabase, type TestDatabase } from '../testing/database.js';
import { createDataSource } from './data-source.js';
import { databaseTrouble } from './database-trouble.js';
import { Statements } from './statements.js';
import { TEST_LIMITS } from './testing/limits.js';
import { type Transact, transactions } from './transaction.js';

const NOBODY = nobody('nl', day('2026-11-25'));

let database: TestDatabase;
let dataSource: DataSource;
let transact: Transact;

beforeAll(async () => {
  database = await cloneDatabase();
  const limits = { ...TEST_LIMITS, poolSize: 2 };
  dataSource = createDataSource(database.serviceUrl, limits, [], () => undefined);
  await dataSource.initialize();
  transact = transactions({ dataSource, clock: systemClock, listeners: [], constraints: {} });
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** Cuts the connection of the transaction with that `pid`, from another one. */
async function cut(pid: number): Promise<void> {
  await dataSource.query('select pg_terminate_backend($1)', [pid]);
  await new Promise((resolve) => setTimeout(resolve, 100));
}

test.each([
  ['before a statement', (query: () => Promise<unknown>) => query()],
  ['before commit', () => Promise.resolve()],
])(
  'a transaction whose connection is cut %s ends as "unavailable", and the next one works',
  async (_, go) => {
    const ended = transact(NOBODY, async (tx) => {
      const [row] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
      await cut(row!.pid);
      await go(() => tx.query('select 1'));
    });
    const error: unknown = await ended.catch((thrown: unknown) => thrown);
    expect(databaseTrouble(error)).toBe('UNAVAILABLE');
    expect(await transact(NOBODY, (tx) => tx.query<{ one: number }>('select 1 as one'))).toEqual([
      { one: 1 },
    ]);
  },
);

describe('a transaction whose connection is cut while it commits', () => {
  afterEach(() => jest.restoreAllMocks());

  /** The next commit goes as `sent` says, and then its connection is gone. */
  function cutWhileCommitting(
    sent: (statements: Statements) => Promise<unknown>,
    afterwards = () => {},
  ): void {
    jest.spyOn(Statements.prototype, 'commit').mockImplementationOnce(async function (this: Statements) {
      const [row] = await this.query<{ pid: number }>('select pg_backend_pid() as pid');
      await sent(this);
      await cut(row!.pid);
      afterwards();
      throw new Error('Connection terminated unexpectedly');
    });
  }

  const write = () =>
    transact(NOBODY, async (tx) => {
      await tx.query('select pg_current_xact_id()');
      return 'written';
    });

  test('succeeds if it was committed', async () => {
    cutWhileCommitting((statements) => statements.query('commit'));
    await expect(write()).resolves.toBe('written');
  });

  test('ends as "unavailable" if it was not', async () => {
    cutWhileCommitting(() => Promise.resolve());
    const error: unknown = await write().catch((thrown: unknown) => thrown);
    expect(databaseTrouble(error)).toBe('UNAVAILABLE');
  });

  test('says that nobody knows if it cannot be found out', async () => {
    cutWhileCommitting(
      (statements) => statements.query('commit'),
      () => jest.spyOn(dataSource, 'query').mockRejectedValue(new Error('nobody there')),
    );
    await expect(write()).rejects.toThrow('OUTCOME_UNKNOWN');
  });
});
