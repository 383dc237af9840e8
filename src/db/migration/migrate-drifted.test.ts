import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { cloneDatabase, type TestDatabase } from '../../testing/database.js';
import { migrate } from './migrate.js';
import { NotMigrated } from './bring-up-to-date.js';
import { catalogueText } from './catalogue.js';
import { databaseSqlFile } from './current-rules.js';
import { difference } from './difference.js';

let database: TestDatabase;
let owner: Client;

beforeAll(async () => {
  database = await cloneDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
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
