import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { cloneDatabase, onDatabase, type TestDatabase } from '../../testing/database.js';
import { databaseSql, migrate } from './migrate.js';
import { catalogueText } from './catalogue.js';
import { databaseSqlFile } from './current-rules.js';
import { difference } from './difference.js';
import { RolesMissing } from './roles.js';
import { requireRestricted, UnfitToServe } from '../service-login.js';
import { lockForStart, StartedElsewhere } from './start-lock.js';

let database: TestDatabase;
let superuser: Client;
let owner: Client;
const superuserUrl = () =>
  (JSON.parse(process.env['OKN_TEST_CLUSTER'] ?? '{}') as { superuserUrl: string }).superuserUrl;

beforeAll(async () => {
  database = await cloneDatabase();
  superuser = new Client({ connectionString: superuserUrl() });
  owner = new Client({ connectionString: database.ownerUrl });
  await Promise.all([superuser.connect(), owner.connect()]);
});
afterAll(async () => {
  await Promise.all([superuser.end(), owner.end()]);
  await database.drop();
});

const expected = readFileSync(databaseSqlFile(), 'utf8');
const again = () => migrate(database.ownerUrl, database.serviceUrl);

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

test('a start waits no longer than told for another one, says so, and takes its turn later', async () => {
  const [first, second] = [new Client(database.ownerUrl), new Client(database.ownerUrl)];
  await Promise.all([first.connect(), second.connect()]);
  const turnOf = (client: Client, waitMs?: number) =>
    lockForStart((sql) => client.query(sql), 'migrate', waitMs);
  await turnOf(first);
  await expect(turnOf(second, 1)).rejects.toThrow(StartedElsewhere);
  const others = turnOf(second);
  await first.end();
  await others;
  await expect(turnOf(owner, 1)).rejects.toThrow('Another start has been at work in this database');
  await second.end();
  await owner.query('reset lock_timeout');
});

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

test('constraints that are turned off are noticed, and left to whoever turned them off', async () => {
  const cluster = new Client({
    connectionString: onDatabase(superuserUrl(), new URL(database.ownerUrl).pathname.slice(1)),
  });
  await cluster.connect();
  try {
    await cluster.query('alter table memberships disable trigger all');
    await expect(again()).rejects.toThrow('alter table memberships disable trigger');
  } finally {
    await cluster.query('alter table memberships enable trigger all');
    await cluster.end();
  }
  await again();
});

test('database.sql is what the migrations make: `npm run schema` writes it', async () => {
  const other = await otherDatabase();
  try {
    for (const role of ['national', 'regional', 'personal', 'system']) {
      await superuser.query(`grant okn_${role} to ${other.service}`);
    }
    // other names of the owner and the service: the text contains neither
    const emitted = await databaseSql(other.ownerUrl, other.serviceUrl);
    expect(emitted).toBe(expected);
  } finally {
    await other.drop();
  }
});

test('a dump says what it says after a restore too: nothing is written otherwise once it was read back', async () => {
  await owner.query('begin');
  await owner.query(`do $$ declare statement text; begin
    set local search_path = public, pg_temp;
    for statement in
      select pg_get_functiondef(oid) from pg_proc
        where pronamespace = 'public'::regnamespace and prosqlbody is not null
      union all
      select concat_ws(' ', format('alter policy %I on %s', polname, polrelid::regclass),
          'using (' || pg_get_expr(polqual, polrelid) || ')', 'with check (' || pg_get_expr(polwithcheck, polrelid) || ')')
        from pg_policy where polrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
      union all
      select format('create or replace view %s with (security_barrier) as %s', oid::regclass, pg_get_viewdef(oid))
        from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
    loop execute statement; end loop;
  end $$`);
  const query = async <Row>(sql: string, values?: unknown[]) =>
    (await owner.query(sql, values)).rows as Row[];
  const found = await catalogueText(query, { owner: 'okn_owner', service: 'okn_service' });
  await owner.query('rollback');
  expect(difference(expected, found, 180_000)).toBeNull();
});

test('the service does not sign in as an owner or a superuser', async () => {
  await requireRestricted(database.serviceUrl);
  await expect(requireRestricted(database.ownerUrl)).rejects.toThrow(UnfitToServe);
  await expect(requireRestricted(database.ownerUrl)).rejects.toThrow('owns the database');
  await expect(requireRestricted(superuserUrl())).rejects.toThrow('passes row-level security');
});

test('a database in which something else keeps tables', async () => {
  const other = await otherDatabase();
  try {
    for (const role of ['national', 'regional', 'personal', 'system']) {
      await superuser.query(`grant okn_${role} to ${other.service}`);
    }
    const foreign = new Client({ connectionString: other.ownerUrl });
    await foreign.connect();
    await foreign.query('create table people (name text)');
    await expect(migrate(other.ownerUrl, other.serviceUrl)).rejects.toThrow(
      /belongs to something else: it has table people\. Give the service an empty database/,
    );
    expect((await foreign.query('select * from people')).rows).toEqual([]);
    await foreign.end();
  } finally {
    await other.drop();
  }
});
