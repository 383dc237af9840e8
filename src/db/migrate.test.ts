import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { cloneDatabase, onDatabase, type TestDatabase } from '../testing/database.js';
import { databaseSql, migrate } from './migrate.js';
import { NotMigrated } from './migration/bring-up-to-date.js';
import { catalogueText } from './migration/catalogue.js';
import { databaseSqlFile } from './migration/current-rules.js';
import { difference } from './migration/difference.js';
import { RolesMissing } from './migration/roles.js';
import { requireRestricted, UnfitToServe } from './service-login.js';
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

/** Every row of the catalogue, with the transaction that wrote it. */
async function catalogueRows(): Promise<unknown[]> {
  const catalogues = [
    'pg_class',
    'pg_proc',
    'pg_policy',
    'pg_trigger',
    'pg_constraint',
    'pg_attribute',
    'pg_type',
  ];
  const rows = catalogues.map((name) => `select '${name}' as name, ctid::text, xmin::text from ${name}`);
  return (await owner.query(`${rows.join(' union all ')} order by 1, 2`)).rows;
}

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

test('migrating again touches nothing', async () => {
  const before = await catalogueRows();
  expect(before.length).toBeGreaterThan(1_000);
  expect(await again()).toEqual({ migrated: [], putRight: null });
  expect(await catalogueRows()).toEqual(before);
});

describe('a database that drifted is brought back', () => {
  const definitionOf = async (what: string) =>
    (await owner.query<{ is: unknown }>(`select (${what}) as is`)).rows[0]!.is;

  const DRIFTS = [
    [
      'a policy that is gone',
      'drop policy regional on people',
      `select count(*) from pg_policies where policyname = 'regional' and tablename = 'people'`,
    ],
    [
      'a policy made by hand',
      'create policy all_of_it on people for select to okn_personal using (true)',
      `select count(*) from pg_policies where policyname = 'all_of_it'`,
    ],
    [
      'a policy that says something else',
      'alter policy personal on people using (true)',
      `select qual from pg_policies where policyname = 'personal' and tablename = 'people'`,
    ],
    [
      'a rewrite rule made by hand',
      'create rule swallow as on insert to audit_log do instead nothing',
      `select count(*) from pg_rewrite where rulename = 'swallow'`,
    ],
    [
      'a function with another body',
      'create or replace function viewer_uuid(setting text) returns uuid language sql stable parallel safe return gen_random_uuid()',
      `select pg_get_functiondef('viewer_uuid'::regproc)`,
    ],
    [
      'a function made by hand',
      `create function open_door() returns text language sql security definer return 'x'`,
      `select count(*) from pg_proc where proname = 'open_door'`,
    ],
    [
      'a right given by hand',
      'grant select on people to public',
      `select relacl::text from pg_class where oid = 'people'::regclass`,
    ],
    [
      'a right to a column',
      'grant update (note) on person_notes to okn_personal',
      `select attacl::text from pg_attribute where attrelid = 'person_notes'::regclass and attname = 'note'`,
    ],
    [
      'a right to a function that tables call',
      'revoke execute on function fold from okn_system',
      `select has_function_privilege('okn_system', 'fold(text)', 'execute') and proacl::text like '%okn_system%' from pg_proc where proname = 'fold'`,
    ],
    [
      'a right that the owner lost',
      'revoke insert on people from current_user',
      `select has_table_privilege('people', 'insert')`,
    ],
    [
      'row-level security that is off',
      'alter table people disable row level security',
      `select relrowsecurity from pg_class where oid = 'people'::regclass`,
    ],
    [
      'row-level security that the owner passes',
      'alter table people no force row level security',
      `select relforcerowsecurity from pg_class where oid = 'people'::regclass`,
    ],
    [
      'a trigger that is gone',
      'drop trigger leadership_cover on trekkerschappen',
      `select count(*) from pg_trigger where tgname = 'leadership_cover'`,
    ],
    [
      'a trigger that is off',
      'alter table audit_log disable trigger append_only',
      `select tgenabled from pg_trigger where tgrelid = 'audit_log'::regclass and tgname = 'append_only'`,
    ],
    [
      'a view without its barrier',
      'alter view findable_profiles reset (security_barrier)',
      `select reloptions::text from pg_class where relname = 'findable_profiles'`,
    ],
  ] as const;

  const noticed = async (drift: string) => {
    const query = async <Row>(sql: string, values?: unknown[]) =>
      (await owner.query(sql, values)).rows as Row[];
    await owner.query(`begin; ${drift}`);
    const found = await catalogueText(query, { owner: 'okn_owner', service: 'okn_service' });
    await owner.query('rollback');
    return difference(expected, found, 180_000)?.lines ?? null;
  };

  test('nothing is noticed where nothing was changed', async () => {
    expect(await noticed('')).toBeNull();
  });

  test.each(DRIFTS)('%s is noticed', async (_what, drift) => {
    expect(await noticed(drift)).toMatch(/^[-+] ./m);
  });

  test('and all of it is taken back', async () => {
    const state = async () => {
      const found: unknown[] = [];
      for (const [, , rule] of DRIFTS) found.push(await definitionOf(rule));
      return found;
    };
    const asItWas = await state();
    for (const [, drift] of DRIFTS) await owner.query(drift);
    (await state()).forEach((is, index) => expect(is).not.toEqual(asItWas[index]));
    const { migrated, putRight } = await again();
    expect(migrated).toEqual([]);
    expect(putRight).toMatch(/^(table|function|view) \w+, .+ and \d+ more$/);
    expect(await state()).toEqual(asItWas);
  });

  test('and named', async () => {
    await owner.query('drop policy owner on municipalities; drop function rests_until');
    expect(await again()).toEqual({
      migrated: [],
      putRight: 'function rests_until, table municipalities',
    });
  });

  test('what is in the tables stays', async () => {
    const count = async () =>
      (await owner.query('select count(*) from municipalities')).rows[0].count as string;
    const before = await count();
    expect(Number(before)).toBeGreaterThan(300);
    await owner.query('drop policy owner on municipalities');
    await again();
    expect(await count()).toBe(before);
  });
});

test('running work of others is waited for, and what it wrote is migrated', async () => {
  await owner.query('drop policy regional on people');
  await owner.query('begin; lock table people in access share mode');
  const migrating = again();
  const waits = async () =>
    (await owner.query(`select from pg_locks where relation = 'people'::regclass and not granted`)).rows
      .length > 0;
  while (!(await waits())) await pause(20);
  while (await waits()) await pause(20); // it gave up, and is due to retry
  await owner.query('commit');
  expect(await migrating).toEqual({ migrated: [], putRight: 'table people' });
  const { rows } = await owner.query(
    `select from pg_policies where policyname = 'regional' and tablename = 'people'`,
  );
  expect(rows).toHaveLength(1);
});

test('the service does not sign in as an owner or a superuser', async () => {
  await requireRestricted(database.serviceUrl);
  await expect(requireRestricted(database.ownerUrl)).rejects.toThrow(UnfitToServe);
  await expect(requireRestricted(database.ownerUrl)).rejects.toThrow('owns the database');
  await expect(requireRestricted(superuserUrl())).rejects.toThrow('passes row-level security');
});

describe('what cannot be brought back is refused, and left as it is', () => {
  beforeEach(async () => {
    await owner.end();
    await database.drop();
    database = await cloneDatabase();
    owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
  });

  async function refused(message: string | RegExp) {
    const before = await catalogueRows();
    const migrating = again();
    await expect(migrating).rejects.toThrow(NotMigrated);
    await expect(migrating).rejects.toThrow(message);
    expect(await catalogueRows()).toEqual(before);
  }

  test('a column more, or one less', async () => {
    await owner.query('alter table people add column shoe_size integer; drop policy regional on people');
    await refused(/^\+ {3}shoe_size integer/m);
  });

  test('a database from before the first release', async () => {
    await owner.query(`delete from migrations`);
    await owner.query(
      `insert into migrations (timestamp, name) values (1764000000100, 'Places1764000000100')`,
    );
    await owner.query('drop policy regional on people');
    await refused('before the first release');
  });

  test('a database of a newer version', async () => {
    await owner.query(
      `insert into migrations (timestamp, name) values (2764000000100, 'Later2764000000100')`,
    );
    await owner.query('drop policy regional on people');
    await refused('it has Later2764000000100');
  });

  test('a column is named in a sentence, with what to do', async () => {
    await owner.query('alter table people add column shoe_size integer');
    await refused(/it differs in table people\. If it was changed by hand, undo that/);
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

  test('a migration that fails takes back the ones before it', async () => {
    // the newest two are run again: the first of them finds nothing in its way, the second does
    await owner.query(`drop table reminders, mails, mail_keys, mail_preferences cascade`);
    await owner.query(
      `drop table continuity_findings cascade; drop table work_item_snoozes, stale_subjects, watched_subjects`,
    );
    await owner.query(`delete from migrations where name ~ 'Worklist|Reminders'`);
    const before = await catalogueRows();
    jest.spyOn(console, 'log').mockReturnValue(); // TypeORM reports it too
    await expect(again()).rejects.toThrow('relation "work_items" already exists');
    expect(await catalogueRows()).toEqual(before);
  });
});
