import type { DataSource } from 'typeorm';
import { day, systemClock } from '../kernel/clock.js';
import type { DomainEvent } from '../kernel/event.js';
import { nobody } from '../kernel/viewer.js';
import { cloneDatabase, type TestDatabase } from '../testing/database.js';
import { asSystem } from './as-system.js';
import { createDataSource } from './data-source.js';
import { sideBySide } from './side-by-side.js';
import { TEST_LIMITS } from './testing/limits.js';
import { type Transact, transactions, type Tx } from './transaction.js';

let database: TestDatabase;
let dataSource: DataSource;
let transact: Transact;
let told: DomainEvent[];

beforeAll(async () => {
  database = await cloneDatabase();
  dataSource = createDataSource(database.serviceUrl, TEST_LIMITS, [], () => undefined);
  await dataSource.initialize();
  const listen = (_tx: Tx, events: readonly DomainEvent[]) => Promise.resolve(void told.push(...events));
  transact = transactions({ dataSource, clock: systemClock, listeners: [listen], constraints: {} });
});
beforeEach(() => (told = []));
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const inTransaction = <Result>(work: (tx: Tx) => Promise<Result>) =>
  transact(nobody('nl', day('2026-11-25')), work);
const kept = (tx: Tx) => tx.query<{ kept: string }>(`select current_setting('app.kept', true) as kept`);

/** Adds a word to what is kept, and says that it happened. */
async function keep(tx: Tx, word: string): Promise<string> {
  const [before] = await tx.query<{ before: string }>(
    `select coalesce(current_setting('app.kept', true), '') as before`,
  );
  tx.record({
    name: 'import.discarded',
    subjectType: 'Import',
    subjectId: word,
    regionId: null,
    details: {},
  });
  const [row] = await tx.query<{ now: string }>(
    `select set_config('app.kept', coalesce(current_setting('app.kept', true), '') || $1, true) as now`,
    [word],
  );
  return `${before!.before} > ${row!.now}`;
}

test('several go on at once, and all of it stays', async () => {
  const { outcome, after } = await inTransaction(async (tx) => ({
    outcome: await sideBySide(tx, ['a', 'b', 'c'], keep),
    after: await kept(tx),
  }));
  // all looked before any of them wrote: what they wait for goes along together
  expect(outcome).toEqual({ done: [' > a', ' > ab', ' > abc'] });
  expect(after).toEqual([{ kept: 'abc' }]);
  expect(told.map(({ subjectId }) => subjectId)).toEqual(['a', 'b', 'c']);
});

const refusing = async (tx: Tx, word: string) => {
  await keep(tx, word);
  if (word === 'b') throw new Error('no');
};
const unheard = async (tx: Tx, word: string) => {
  await keep(tx, word);
  if (word === 'c') tx.send('select 1 / 0');
};
test.each<[string, (tx: Tx, word: string) => Promise<unknown>, readonly number[]]>([
  ['one that is refused', refusing, [1]],
  ['what nobody waits for', unheard, [0, 1, 2]],
  ['whoever would be the service', (tx) => asSystem(tx, () => tx.query('select 1')), [0, 1, 2]],
])('%s takes all of it along, in silence', async (_name, work, places) => {
  const who = (tx: Tx) => tx.query('select current_user as name');
  const { before, outcome, left, after } = await inTransaction(async (tx) => ({
    before: await who(tx),
    outcome: await sideBySide(tx, ['a', 'b', 'c'], work),
    left: await kept(tx),
    after: await who(tx),
  }));
  expect(outcome).toEqual({ failed: new Set(places) });
  expect(left[0]!.kept || null).toBeNull();
  expect(after).toEqual(before);
  expect(told).toEqual([]);
});
