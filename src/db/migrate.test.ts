import { Client } from 'pg';
import { cloneDatabase, onDatabase, type TestDatabase } from '../testing/database.js';
import { migrate, RolesMissing } from './migrate.js';
import { requireRestricted, UnfitToServe } from './service-login.js';

let database: TestDatabase;
let superuser: Client;
const superuserUrl = () =>
  (JSON.parse(process.env['OKN_TEST_CLUSTER'] ?? '{}') as { superuserUrl: string }).superuserUrl;

beforeAll(async () => {
  database = await cloneDatabase();
  superuser = new Client({ connectionString: superuserUrl() });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await database.drop();
});

/** Logins and an empty database beside those of the other tests, in the same server. */
async function otherDatabase() {
  const name = `okn_other_${process.pid}`;
  await superuser.query(`create role ${name}_owner login nocreaterole password 'x'`);
  await superuser.query(`create role ${name}_service login noinherit password 'x'`);
  await superuser.query(`create database ${name} owner ${name}_owner`);
  const url = (login: string) => {
    const other = new URL(onDatabase(database.ownerUrl, name));
    return Object.assign(other, { username: login, password: 'x' }).href;
  };
  return {
    ownerUrl: url(`${name}_owner`),
    serviceUrl: url(`${name}_service`),
    service: `${name}_service`,
    drop: async () => {
      await superuser.query(`drop database ${name} with (force)`);
      await superuser.query(`drop role ${name}_owner, ${name}_service`);
    },
  };
}

test('an owner without CREATEROLE is told what an administrator must run, and then migrates', async () => {
  const other = await otherDatabase();
  try {
    const refused = migrate(other.ownerUrl, other.serviceUrl);
    await expect(refused).rejects.toThrow(RolesMissing);
    await expect(refused).rejects.toThrow(`grant okn_regional to "${other.service}";`);
    for (const role of ['national', 'regional', 'personal', 'system']) {
      await superuser.query(`grant okn_${role} to ${other.service}`);
    }
    await migrate(other.ownerUrl, other.serviceUrl);
    await requireRestricted(other.serviceUrl);
  } finally {
    await other.drop();
  }
});

test('migrating again does nothing', async () => {
  expect(await migrate(database.ownerUrl, database.serviceUrl)).toEqual([]);
});

test('the service does not sign in as an owner or a superuser', async () => {
  await requireRestricted(database.serviceUrl);
  await expect(requireRestricted(database.ownerUrl)).rejects.toThrow(UnfitToServe);
  await expect(requireRestricted(database.ownerUrl)).rejects.toThrow('owns the database');
  await expect(requireRestricted(superuserUrl())).rejects.toThrow('passes row-level security');
});
