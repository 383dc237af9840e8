import type { DataSource } from 'typeorm';
import { day, systemClock } from '../kernel/clock.js';
import { nobody } from '../kernel/viewer.js';
import { cloneDatabase, type TestDatabase } from '../testing/database.js';
import { createDataSource } from './data-source.js';
import { together } from './statements.js';
import { TEST_LIMITS } from './testing/limits.js';
import { type EventListener, type Transact, transactions, type Tx } from './transaction.js';

const NOBODY = nobody('nl', day('2026-11-25'));

let database: TestDatabase;
let dataSource: DataSource;
let transact: Transact;

beforeAll(async () => {
  database = await cloneDatabase();
  dataSource = createDataSource(database.serviceUrl, TEST_LIMITS, [], () => undefined);
  await dataSource.initialize();
  transact = transactionsWith([]);
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

function transactionsWith(listeners: readonly EventListener[]): Transact {
  return transactions({ dataSource, clock: systemClock, listeners, constraints: {} });
}

const DIVIDED = '22012';
const UNKNOWN_TABLE = '42P01';

/** The SQLSTATE that a transaction ends with. */
function stateOf(work: (tx: Tx) => Promise<unknown>, run = transact): Promise<unknown> {
  return run(NOBODY, work).then(
    () => 'committed',
    (error: unknown) => (error as { code?: string }).code,
  );
}

test('what is sent runs before what is asked after it', async () => {
  const rows = await transact(NOBODY, async (tx) => {
    tx.send(`select set_config('app.tried', 'sent', true)`);
    return tx.query(`select current_setting('app.tried') as tried`);
  });
  expect(rows).toEqual([{ tried: 'sent' }]);
});

test.each<[string, (tx: Tx) => Promise<unknown>]>([
  ['by the next statement', (tx) => tx.query('select 1')],
  ['by a statement of TypeORM', (tx) => tx.manager.query('select 1')],
  ['at the end of the work', () => Promise.resolve()],
])('what is sent and fails fails the transaction with its own error, heard of %s', async (_, next) => {
  const work = (tx: Tx) => {
    tx.send('select 1 / 0');
    return next(tx);
  };
  expect(await stateOf(work)).toBe(DIVIDED);
});

test('what fails as the last thing before the commit is not committed', async () => {
  const late = transactionsWith([async (tx) => tx.send('select 1 / 0')]);
  expect(await stateOf(async () => undefined, late)).toBe(DIVIDED);
});

test('of the same statement sent twice the first tells what is wrong with it, and the next transaction works', async () => {
  const nonsense = async (tx: Tx) => {
    tx.send('select from no_such_table');
    tx.send('select from no_such_table');
    await tx.query('select from no_such_table');
  };
  expect(await stateOf(nonsense)).toBe(UNKNOWN_TABLE);
  expect(await stateOf(nonsense)).toBe(UNKNOWN_TABLE);
  expect(await stateOf((tx) => tx.query('select 1'))).toBe('committed');
});

test('a refusal of the work stands, though something sent failed', async () => {
  const refused = transact(NOBODY, async (tx) => {
    tx.send('select 1 / 0');
    await tx.query('select 1').catch(() => undefined);
    throw new Error('refused');
  });
  await expect(refused).rejects.toThrow('refused');
});

test('of what is asked together the first in order that fails is told', async () => {
  const late = new Promise((_, reject) => setImmediate(() => reject(new Error('late'))));
  await expect(together(Promise.resolve(1), late, Promise.reject(new Error('soon')))).rejects.toThrow('late');
  expect(await together(Promise.resolve(1), Promise.resolve('two'))).toEqual([1, 'two']);
});
