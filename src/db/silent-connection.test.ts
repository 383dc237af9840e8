import { once } from 'node:events';
import { Pool } from 'pg';
import { day } from '../kernel/clock.js';
import { nobody } from '../kernel/viewer.js';
import { cloneDatabase, type TestDatabase } from '../testing/database.js';
import { Wire } from '../testing/wire.js';
import { connectionSettings } from './data-source.js';
import { databaseTrouble } from './database-trouble.js';
import { DurationEstimates } from './reading/duration-estimates.js';
import { ReadConnection } from './reading/read-connection.js';
import { TEST_LIMITS } from './testing/limits.js';
import { WatchedClient } from './watched-client.js';

const LIMIT_MS = 30_000;
const LIMITS = {
  ...TEST_LIMITS,
  statementTimeoutMs: 250,
  lockTimeoutMs: 250,
  idleInTransactionTimeoutMs: 1_000,
  signOfLifeMs: 300,
  answerWithinMs: 1_250,
};
const NOBODY = nobody('nl', day('2026-11-25'));
const ONE = { key: 'one', text: `select '1'`, values: [] };

let database: TestDatabase;
let wire: Wire;

beforeAll(async () => {
  database = await cloneDatabase();
});
beforeEach(async () => {
  wire = await Wire.to(database.serviceUrl);
});
afterEach(() => wire.close());
afterAll(() => database.drop());

describe('a read connection', () => {
  let reads: ReadConnection;
  let used: number[];
  const read = () => reads.read(NOBODY, ONE, (ms) => used.push(ms));

  beforeEach(async () => {
    used = [];
    reads = new ReadConnection(wire.url, LIMITS, 'personal', new DurationEstimates(10));
    expect(await read()).toBe('1');
  });

  test(
    'that fell silent fails its read as "unavailable", and the next read has one that works',
    async () => {
      wire.fallSilent();
      const error: unknown = await read().catch((thrown: unknown) => thrown);
      expect(databaseTrouble(error)).toBe('UNAVAILABLE');
      // only the one before, which was answered
      expect(used).toHaveLength(1);
      expect(await read()).toBe('1');
      await reads.close();
    },
    LIMIT_MS,
  );

  test(
    'that fell silent is closed all the same',
    async () => {
      wire.fallSilent();
      await reads.close();
    },
    LIMIT_MS,
  );
});

describe('a watched connection', () => {
  const connected = async () => {
    const client = new WatchedClient({ connectionString: wire.url, ...connectionSettings(LIMITS) });
    const lost = new Promise<unknown>((resolve) => void client.on('error', resolve));
    await client.connect();
    return { client, lost };
  };

  test(
    'that fell silent at rest is found out without a statement of ours',
    async () => {
      const { client, lost } = await connected();
      await client.query('listen news');
      wire.fallSilent();
      expect(databaseTrouble(await lost)).toBe('UNAVAILABLE');
    },
    LIMIT_MS,
  );

  test.each([
    ['however little its statements may take', { answer_within: LIMIT_MS }],
    ['as long as no answer is due', { answer_within: undefined }],
  ])(
    'waits for its answer %s',
    async (_, answer) => {
      const settings = { ...connectionSettings(LIMITS), statement_timeout: 0, ...answer };
      const client = new WatchedClient({ connectionString: wire.url, ...settings });
      await client.connect();
      expect((await client.query('select 1 as one from pg_sleep(1.3)')).rows).toEqual([{ one: 1 }]);
      await client.end();
    },
    LIMIT_MS,
  );

  test(
    'that answers is kept, and its signs of life do not prolong an idle transaction',
    async () => {
      const { client, lost } = await connected();
      await client.query('begin');
      // the database's own limit
      expect(await lost).toMatchObject({ code: '25P03' });
      const resting = await connected();
      for (let signs = 0; signs < 2; signs++) await once(resting.client, 'drain');
      await resting.client.query('select 1');
      await resting.client.end();
    },
    LIMIT_MS,
  );

  test(
    'of a pool that fell silent is replaced, and the pool ends',
    async () => {
      const pool = new Pool({
        connectionString: wire.url,
        ...connectionSettings(LIMITS),
        Client: WatchedClient as never,
        max: 1,
      });
      pool.on('error', () => undefined);
      await pool.query('select 1');
      wire.fallSilent();
      const error: unknown = await pool.query('select 1').catch((thrown: unknown) => thrown);
      expect(databaseTrouble(error)).toBe('UNAVAILABLE');
      expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
      wire.fallSilent();
      await pool.end();
    },
    LIMIT_MS,
  );
});
