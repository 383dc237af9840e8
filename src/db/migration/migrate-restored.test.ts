import { Client } from 'pg';
import { onDatabase } from '../../testing/database.js';
import { startTemporaryPostgres } from '../embedded/temporary-postgres.js';
import type { EmbeddedPostgres } from '../embedded/embedded-postgres.js';
import { migrate } from './migrate.js';
import { RolesUnfit } from './roles.js';
import { requireRestricted, UnfitToServe } from '../service-login.js';
import { DATABASE_ROLES } from '../viewer-settings.js';

let server: EmbeddedPostgres;
let administrator: Client;

// a server of its own: roles belong to all of its databases
beforeAll(async () => {
  server = await startTemporaryPostgres('okn-test-', () => undefined);
  administrator = new Client({ connectionString: onDatabase(server.superuserUrl, 'okn') });
  await administrator.connect();
  await again();
});
afterAll(async () => {
  await administrator.end();
  await server.stop();
});

const again = () => migrate(server.ownerUrl, server.serviceUrl);
const rules = async () =>
  (await administrator.query('select schemaname, tablename, policyname from pg_policies order by 1, 2, 3'))
    .rows;

test('a database restored into a server without our roles gets them and its rules', async () => {
  const before = await rules();
  expect(before.length).toBeGreaterThan(300);
  for (const role of DATABASE_ROLES) await administrator.query(`drop owned by ${role}; drop role ${role}`);
  expect((await rules()).length).toBeLessThan(100);
  expect(await again()).toMatchObject({ migrated: [] });
  expect(await rules()).toEqual(before);
  const service = new Client({ connectionString: server.serviceUrl });
  await service.connect();
  await service.query('set role okn_system; select from graphile_worker._private_jobs');
  await service.end();
});

test('the tables of the jobs have their rules beside database.sql', async () => {
  const before = await rules();
  await administrator.query(`alter table graphile_worker._private_jobs disable row level security;
    grant select on graphile_worker._private_jobs to public;
    create policy all_of_it on graphile_worker._private_jobs using (true)`);
  await again();
  expect(await rules()).toEqual(before);
  const { rows } = await administrator.query(
    `select relrowsecurity, relacl::text from pg_class where oid = 'graphile_worker._private_jobs'::regclass`,
  );
  expect(rows).toEqual([{ relrowsecurity: true, relacl: expect.not.stringMatching(/[{,]=/) }]);
});

test('a function that a superuser restored, and that would pass every policy, is the owner’s again', async () => {
  await administrator.query('alter function viewer_of owner to postgres');
  await again();
  const { rows } = await administrator.query(
    `select pg_get_userbyid(proowner) as owner from pg_proc where proname = 'viewer_of'`,
  );
  expect(rows).toEqual([{ owner: 'okn_owner' }]);
});

test.each([
  [
    'passes policies',
    'alter role okn_personal bypassrls',
    'alter role okn_personal nologin noinherit nosuperuser nobypassrls;',
  ],
  [
    'signs in',
    'alter role okn_regional login',
    'alter role okn_regional nologin noinherit nosuperuser nobypassrls;',
  ],
  ['works for another', 'grant okn_system to okn_personal', 'revoke okn_system from okn_personal;'],
])('a role that %s makes policies void, and is refused', async (_what, loosen, tighten) => {
  await administrator.query(loosen);
  const refused = again();
  await expect(refused).rejects.toThrow(RolesUnfit);
  await expect(refused).rejects.toThrow(tighten);
  await administrator.query(tighten);
});

test('a service that may act as the owner is refused', async () => {
  await administrator.query('grant okn_owner to okn_service');
  await expect(requireRestricted(server.serviceUrl)).rejects.toThrow(UnfitToServe);
});
