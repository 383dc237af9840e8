import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { day, systemElapsed } from '../../kernel/clock.js';
import { nobody } from '../../kernel/viewer.js';
import { cloneDatabase, type TestDatabase } from '../../testing/database.js';
import { databaseTrouble } from '../database-trouble.js';
import { Usage } from '../fair/usage.js';
import { TEST_LIMITS } from '../testing/limits.js';
import { ReadPool } from './read-pool.js';

const NOBODY = nobody('nl', day('2026-11-25'));
const LIMITS = {
  ...TEST_LIMITS,
  poolSize: 2,
  poolWaitMs: 1_000,
  width: 2,
  slowReadMs: 5_000,
  slowReadTimeoutMs: 5_000,
};

let database: TestDatabase;
let pool: ReadPool;

beforeAll(async () => {
  database = await cloneDatabase();
  pool = new ReadPool(database.serviceUrl, LIMITS, new Usage(systemElapsed));
  // known from here on: what is new keeps to one connection
  await pool.read(NOBODY, lock(0));
});
afterAll(async () => {
  await pool.close();
  await database.drop();
});

const read = (text: string, values: unknown[] = []) => pool.read(NOBODY, { key: text, text, values });
const readMany = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, n) => read('select $1::text', [`${n}`])));

let made = 0;
const lock = (key: number) => ({
  name: `lock_${++made}`,
  key: 'lock',
  text: 'select pg_advisory_xact_lock($1)::text',
  values: [key],
});
/** An advisory lock that a read waits for until it is released. */
async function locked(key: number) {
  const client = new Client({ connectionString: database.serviceUrl });
  await client.connect();
  await client.query('select pg_advisory_lock($1)', [key]);
  return {
    wait: (used?: (ms: number) => void) => pool.read(NOBODY, lock(key), used),
    letGo: () => client.end(),
  };
}

/** Cuts every connection of the pool, from one of the service's own; returns how many there were. */
async function cutConnections(): Promise<number> {
  const client = new Client({ connectionString: database.serviceUrl });
  await client.connect();
  const { rowCount } = await client.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'oudernetwerken'`,
  );
  await client.end();
  return rowCount ?? 0;
}

test('reads that share a connection each get their own answer, in order', async () => {
  expect(await readMany(50)).toEqual(Array.from({ length: 50 }, (_, n) => `${n}`));
});

test('a read that fails spoils no other one', async () => {
  const answers = await Promise.allSettled([read('select 1/0'), read(`select 'a'`), read(`select 'b'`)]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
});

test('lost connections are made again, as often as they are lost', async () => {
  for (let round = 0; round < 3; round++) {
    await readMany(10);
    expect(await cutConnections()).toBe(LIMITS.width);
    // whoever asks before we know gets "unavailable", nothing else
    for (const answer of await Promise.allSettled([read(`select 'a'`), read(`select 'a'`)])) {
      if (answer.status === 'rejected') expect(databaseTrouble(answer.reason)).toBe('UNAVAILABLE');
    }
    await pause(50);
    expect(await readMany(10)).toHaveLength(10);
  }
});

test('a slow read holds up nobody while another connection is there', async () => {
  const [first, second] = [await locked(1), await locked(2)];
  const held = first.wait();
  expect(await readMany(20)).toHaveLength(20);
  const alsoHeld = second.wait();
  const waiting = read(`select 'a'`);
  await second.letGo();
  expect(await Promise.all([alsoHeld, waiting])).toEqual(['', 'a']);
  await first.letGo();
  expect(await held).toBe('');
});

test('a read that no connection came free for in time is refused, and is not done later', async () => {
  const [first, second] = [await locked(1), await locked(2)];
  const held = [first.wait(), second.wait()];
  const late = read(`select 'late'`);
  await expect(late).rejects.toMatchObject({ message: 'UNAVAILABLE' });
  await Promise.all([first.letGo(), second.letGo()]);
  expect(await Promise.all(held)).toEqual(['', '']);
  expect(await read(`select 'a'`)).toBe('a');
});

test('fresh connections serve what waits, whatever holds the old ones', async () => {
  const [first, second] = [await locked(1), await locked(2)];
  const held = [first.wait(), second.wait()];
  const waiting = read(`select 'a'`);
  const renewed = pool.renew();
  expect(await waiting).toBe('a');
  await Promise.all([first.letGo(), second.letGo()]);
  expect(await Promise.all(held)).toEqual(['', '']);
  await renewed;
});

test('after closing nothing is read, and no connection is made', async () => {
  const own = new ReadPool(database.serviceUrl, LIMITS, new Usage(systemElapsed));
  const asked = Array.from({ length: 12 }, () =>
    own.read(NOBODY, { key: 'a', text: `select 'a'`, values: [] }),
  );
  const settled = Promise.allSettled(asked);
  await own.close();
  for (const answer of await settled) {
    if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ message: 'UNAVAILABLE' });
    else expect(answer.value).toBe('a');
  }
  await expect(own.read(NOBODY, { key: 'one', text: 'select 1', values: [] })).rejects.toMatchObject({
    message: 'UNAVAILABLE',
  });
});

test('a connection that is cut in the middle of a read fails that one; what waits is read over a new one', async () => {
  const [first, second] = [await locked(1), await locked(2)];
  const used: number[] = [];
  const held = Promise.allSettled([first, second].map(({ wait }) => wait((ms) => used.push(ms))));
  const waiting = read(`select 'a'`);
  await pause(300);
  await cutConnections();
  for (const cut of await held) {
    expect(cut.status === 'rejected' && databaseTrouble(cut.reason)).toBe('UNAVAILABLE');
  }
  expect(used).toEqual([]);
  expect(await waiting).toBe('a');
  await Promise.all([first.letGo(), second.letGo()]);
});

test('what is new keeps to the first connection, and holds up nothing that is known', async () => {
  const holder = await locked(3);
  const order: string[] = [];
  const fresh = (account: string, text: string) =>
    pool.read(NOBODY, { key: text, text, values: [] }, undefined, account).then(() => order.push(account));
  const first = fresh('stranger', 'select pg_advisory_xact_lock(3)::text');
  const second = fresh('other stranger', `select 'never asked before'`);
  expect(await readMany(20)).toHaveLength(20);
  expect(order).toEqual([]);
  await holder.letGo();
  await Promise.all([first, second]);
  expect(order).toEqual(['stranger', 'other stranger']);
});

test('of what is slow one read runs at a time, whoever asks', async () => {
  const heavy = (text: string) => pool.read(NOBODY, { key: text, text, values: [], heavy: true });
  const holder = await locked(4);
  const order: string[] = [];
  const first = heavy('select pg_advisory_xact_lock(4)::text').then(() => order.push('first'));
  const second = heavy(`select 'heavy too'`).then(() => order.push('second'));
  expect(await readMany(20)).toHaveLength(20);
  expect(order).toEqual([]);
  await holder.letGo();
  await Promise.all([first, second]);
  expect(order).toEqual(['first', 'second']);
});

describe('a read that takes longer than a quick one may', () => {
  let own: ReadPool;
  let used: number[];

  beforeEach(() => {
    const limits = { ...LIMITS, width: 1, slowReadMs: 50, slowReadTimeoutMs: 1_000 };
    own = new ReadPool(database.serviceUrl, limits, new Usage(systemElapsed));
    used = [];
  });
  afterEach(() => own.close());

  /** The answer tells which connection gave it. */
  const sleep = (seconds: number) =>
    own.read(
      NOBODY,
      { key: 'sleep', text: 'select pg_backend_pid() from pg_sleep($1)', values: [seconds] },
      (ms) => used.push(ms),
    );

  test('is done again where slow ones are, and begins there the next time', async () => {
    const quick = await sleep(0);
    const slow = await sleep(0.2);
    expect(slow).not.toBe(quick);
    expect(used).toHaveLength(3);
    expect(await sleep(0)).toBe(slow);
    expect(used).toHaveLength(4);
  });

  test('ends where it is too slow for that too', async () => {
    const error: unknown = await sleep(5).catch((thrown: unknown) => thrown);
    expect(databaseTrouble(error)).toBe('TOO_SLOW');
  });

  test('and is known for it holds up nobody', async () => {
    const other = () => own.read(NOBODY, { key: 'one', text: 'select 1', values: [] });
    await other();
    await sleep(0.1);
    const order: string[] = [];
    await Promise.all([sleep(0.2).then(() => order.push('slow')), other().then(() => order.push('other'))]);
    expect(order.at(-1)).toBe('slow');
  });

  test('takes with it what came at the same time and waits: it is not tried among the quick ones', async () => {
    const asked = (n: number) =>
      own.read(
        NOBODY,
        { key: `${n}`, text: `select pg_backend_pid() + ${n} * 0 from pg_sleep(0.2)`, values: [] },
        (ms) => used.push(ms),
        'hasty',
      );
    const pids = await Promise.all([1, 2, 3].map(asked));
    expect(new Set(pids).size).toBe(1);
    // the first is tried, and then done again like the others
    expect(used).toHaveLength(4);
  });
});
