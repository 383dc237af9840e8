import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { DataDirInUse, type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';

const LONG = path.join('a directory with spaces', 'long'.repeat(40));

let parent: string;
let dataDir: string;
let running: EmbeddedPostgres | null = null;
let said: string[];

async function start(): Promise<EmbeddedPostgres> {
  said = [];
  running = await startEmbeddedPostgres({ dataDir, durable: false, say: (line) => said.push(line) });
  return running;
}

async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  // a killed server is expected here, not the end of the test
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

async function serverProcess(): Promise<number> {
  return Number.parseInt(await readFile(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8'), 10);
}

beforeAll(async () => {
  // the name by which the next run finds and removes what a killed one left
  parent = await mkdtemp(path.join(tmpdir(), `okn-test-${process.pid}-`));
  dataDir = path.join(parent, LONG);
  await start();
});

afterEach(async () => {
  await running?.stop();
  running = null;
});

afterAll(() => rm(parent, { recursive: true }));

test('keeps data and addresses over a stop and a start', async () => {
  const first = running as EmbeddedPostgres;
  await query(first.ownerUrl, 'create table kept as select 42 as answer');
  await first.stop();
  const second = await start();
  expect(second.ownerUrl).toBe(first.ownerUrl);
  expect(await query(second.ownerUrl, 'select answer from kept')).toEqual([{ answer: 42 }]);
});

describe('is reached', () => {
  afterEach(() => (dataDir = path.join(parent, LONG)));

  test.each([
    { by: 'a Unix socket', name: 'with spaces & 100 %' },
    { by: 'TCP where a list of directories would be read', name: 'a, b' },
    { by: 'TCP where the path of a socket would be too long', name: LONG },
  ])('by $by', async ({ by, name }) => {
    dataDir = path.join(parent, name);
    const { serviceUrl } = await start();
    const [connection] = await query(serviceUrl, 'select inet_client_addr() is null as "isLocal"');
    expect(connection).toEqual({ isLocal: by === 'a Unix socket' });
  });
});

test('gives an owner and a service that cannot pass row-level security, and a service without rights', async () => {
  const { ownerUrl, serviceUrl } = await start();
  const roles = await query(
    ownerUrl,
    `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit
     from pg_roles where rolname like 'okn%' order by rolname`,
  );
  const powerless = { rolsuper: false, rolbypassrls: false, rolcreatedb: false };
  expect(roles).toEqual([
    { rolname: 'okn_owner', ...powerless, rolcreaterole: true, rolinherit: true },
    { rolname: 'okn_service', ...powerless, rolcreaterole: false, rolinherit: false },
  ]);
  await query(ownerUrl, 'create extension btree_gist; create extension pg_trgm; create extension unaccent');
  await query(ownerUrl, 'create table closed ()');
  await expect(query(serviceUrl, 'select from closed')).rejects.toThrow('permission denied');
  await expect(query(serviceUrl, 'create table public.mine ()')).rejects.toThrow('permission denied');
});

test('orders by code point and knows accented letters', async () => {
  const { ownerUrl } = await start();
  const [row] = await query(
    ownerUrl,
    `select (select string_agg(name, '' order by name) from unnest('{b,é,a,B}'::text[]) name) as sorted,
            lower('ÉÜ') as lower, similarity('José', 'Jos') < 1 as letters`,
  );
  expect(row).toEqual({ sorted: 'Babé', lower: 'éü', letters: true });
});

test('starts the server again when it is killed, on the same port', async () => {
  const { ownerUrl } = await start();
  await query(ownerUrl, 'create table acknowledged as select 1 as row');
  const killed = await serverProcess();
  process.kill(killed, 'SIGKILL');
  for (let tries = 0; !said.includes('PostgreSQL runs again') && tries < 200; tries++) await pause(50);
  expect(said[0]).toBe('PostgreSQL ended by itself (SIGKILL): starting it again');
  expect(await query(ownerUrl, 'select row from acknowledged')).toEqual([{ row: 1 }]);
  expect(await serverProcess()).not.toBe(killed);
});

test('refuses a second service on the same directory, without harm to the first', async () => {
  const { ownerUrl } = await start();
  const refusal = start();
  await expect(refusal).rejects.toThrow(DataDirInUse);
  await expect(refusal).rejects.toThrow(`process ${process.pid}`);
  expect(await query(ownerUrl, 'select 1 as alive')).toEqual([{ alive: 1 }]);
});
