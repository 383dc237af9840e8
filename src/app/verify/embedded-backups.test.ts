import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../db/embedded/embedded-postgres.js';
import { migrate } from '../../db/migration/migrate.js';
import { NotMigrated } from '../../db/migration/bring-up-to-date.js';
import { DATABASE_ROLES } from '../../db/viewer-settings.js';
import { onDatabase } from '../../testing/database.js';
import { fillDatabase, on, verified } from './testing/filled-database.js';
import type { Verified } from './verify-database.js';

/** Whatever of a killed run has this name, the next one removes. */
const HERE = path.join(tmpdir(), `okn-test-${process.pid}-`);

let original: string;
let before: Verified;
let copy: string;
let server: EmbeddedPostgres;

const start = (dataDir: string) => startEmbeddedPostgres({ dataDir, durable: false, say: () => undefined });

beforeAll(async () => {
  original = await mkdtemp(HERE);
  const first = await start(original);
  await fillDatabase(first);
  before = await verified(first);
  await first.stop();
  expect(before.problems).toEqual([]);
});
beforeEach(async () => {
  copy = await mkdtemp(HERE);
  await promisify(execFile)('cp', ['-a', `${original}/.`, copy]);
  server = await start(copy);
});
afterEach(async () => {
  await server.stop();
  await rm(copy, { recursive: true });
});
afterAll(() => rm(original, { recursive: true }));

const asSuperuser = (sql: string) =>
  on(onDatabase(server.superuserUrl, 'okn'), (superuser) => superuser.query(sql));
const startAgain = () => migrate(server.ownerUrl, server.serviceUrl);

test('a copy of the whole directory holds all of it, and a start changes nothing in it', async () => {
  expect(await verified(server)).toEqual(before);
  expect(await startAgain()).toMatchObject({ migrated: [] });
  expect(await verified(server)).toEqual(before);
});

test('where the roles are lost, their rules are lost and the rows are not; the next start brings them back', async () => {
  for (const role of DATABASE_ROLES) await asSuperuser(`drop owned by ${role}; drop role ${role}`);
  const { problems } = await verified(server);
  expect(problems).toEqual([expect.stringContaining('Start the service once')]);
  expect(await startAgain()).toMatchObject({ migrated: [] });
  expect(await verified(server)).toEqual(before);
});

test('a foreign key that is lost on the way is missed: by verify, and by a start, which refuses', async () => {
  await asSuperuser('alter table advisory_seats drop constraint advisory_seats_body_id_region_id_fkey');
  const { problems } = await verified(server);
  expect(problems).toEqual([expect.stringMatching(/advisory_seats_body_id_region_id_fkey/)]);
  const refused = startAgain();
  await expect(refused).rejects.toThrow(NotMigrated);
  await expect(refused).rejects.toThrow(/^- .*FOREIGN KEY/m);
});

test('rows that are lost on the way are missed, and what tables hold shows where', async () => {
  await asSuperuser('set session_replication_role = replica; delete from caretakerships');
  const { problems, contents } = await verified(server);
  expect(problems).not.toEqual([]);
  const differing = contents.filter(({ sum }, place) => sum !== before.contents[place]!.sum);
  expect(differing.map(({ table }) => table)).toEqual(['caretakerships']);
});
