import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { day } from '../kernel/clock.js';
import type { Viewer } from '../kernel/viewer.js';
import { cloneDatabase, type TestDatabase } from '../testing/database.js';
import { databaseTrouble } from './database-trouble.js';
import { ReadLanes } from './read-lanes.js';

const NOBODY: Viewer = {
  accountId: null,
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
  today: day('2026-11-25'),
};
const LIMITS = {
  poolSize: 2,
  poolWaitMs: 2_000,
  statementTimeoutMs: 5_000,
  lockTimeoutMs: 2_000,
  idleInTransactionTimeoutMs: 10_000,
};
const WIDTH = 2;

let database: TestDatabase;
let lanes: ReadLanes;

beforeAll(async () => {
  database = await cloneDatabase();
  lanes = new ReadLanes(database.serviceUrl, LIMITS, WIDTH);
});
afterAll(async () => {
  await lanes.close();
  await database.drop();
});

const read = (text: string, values: unknown[] = []) => lanes.read(NOBODY, { text, values });
const readMany = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, n) => read('select $1::text', [`${n}`])));

/** Cuts every connection of the lanes, from one of the service's own; gives how many there were. */
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
    expect(await cutConnections()).toBe(WIDTH);
    // who asks before we know gets "unavailable", nothing else
    for (const answer of await Promise.allSettled([read(`select 'a'`), read(`select 'a'`)])) {
      if (answer.status === 'rejected') expect(databaseTrouble(answer.reason)).toBe('UNAVAILABLE');
    }
    await pause(50);
    expect(await readMany(10)).toHaveLength(10);
  }
});

test('a connection that is cut in the middle of a read fails what is queued on it, and only that', async () => {
  const slow = [read('select pg_sleep(5)::text'), read('select pg_sleep(5)::text'), read(`select 'a'`)];
  const outcome = Promise.allSettled(slow);
  await pause(300);
  await cutConnections();
  for (const answer of await outcome) {
    expect(answer.status === 'rejected' && databaseTrouble(answer.reason)).toBe('UNAVAILABLE');
  }
  await pause(50);
  expect(await read(`select 'b'`)).toBe('b');
});
