import { SYSTEM_FUNCTIONS } from './system-rights.js';
import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { DATABASE_ROLES, REACHES, roleOf, SYSTEM_ROLE } from '../../db/viewer-settings.js';
import { makeAccessWorld } from '../access/access-world.js';
import { cloneDatabase, type TestDatabase } from '../database.js';
import { Makers } from '../makers/makers.js';
import { attemptAs, DENIED, mayAsk, OWNER_ONLY } from './row-level-attempt.js';

const ROLES = REACHES.map(roleOf);

/** TypeORM's own bookkeeping. The bare login reads it: `/readyz` compares the version. */
const VERSIONS = 'migrations';

let database: TestDatabase;
let owner: Client;
let service: Client;

beforeAll(async () => {
  database = await cloneDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  service = new Client({ connectionString: database.serviceUrl });
  await Promise.all([owner.connect(), service.connect()]);
  await makeAccessWorld(owner, new Makers(owner));
});
afterAll(async () => {
  await Promise.all([owner.end(), service.end()]);
  await database.drop();
});

async function names(sql: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await owner.query<[string]>({ text: sql, values, rowMode: 'array' });
  return rows.map(([name]) => name);
}

/** They read as the owner, for whoever looks. */
const VIEWS = ['findable_profiles', 'names_by_region'];

/** Everything that contains rows in our schema, including views. */
const relations = () =>
  names(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = any ('{r,p,v,m,f}')
       and relname <> $1 order by 1`,
    [VERSIONS],
  );

/** How many rows the service login reads as a role; the error code if it may not. */
async function rowsAs(role: string, relation: string): Promise<number | string> {
  return attempt(role, `select count(*)::int as count from ${relation}`, (rows) => rows[0]!.count as number);
}

const attempt = <Result>(
  role: string,
  sql: string,
  read: (rows: Record<string, unknown>[]) => Result,
  settings?: Record<string, string>,
) => attemptAs(service, role, sql, read, settings);

test('every table holds rows here, so that none seen means none shown', async () => {
  for (const relation of await relations()) {
    const { rows } = await owner.query(`select count(*)::int as count from ${relation}`);
    // the owner looks for nobody, in no region
    expect([relation, rows[0].count > 0]).toEqual([relation, !VIEWS.includes(relation)]);
  }
});

test.each(DATABASE_ROLES)('%s sees no row while no viewer is set', async (role) => {
  for (const relation of await relations()) {
    const expected = mayAsk(role, relation) ? 0 : DENIED;
    expect([relation, await rowsAs(role, relation)]).toEqual([relation, expected]);
  }
  const { rows } = await owner.query('select array_agg(id) as ids from oudernetwerken');
  const networks = `array[${rows[0].ids.map((id: string) => `'${id}'`)}]::uuid[]`;
  const { rows: known } = await owner.query(
    `select to_jsonb(a) || '{"end_reason": "DISMISSED"}' as held, s.id as seat
     from seat_appointments a join advisory_seats s on s.id = a.seat_id limit 1`,
  );
  const held = JSON.stringify(known[0].held);
  const { rows: bodies } = await owner.query<{ id: string }>(
    `select distinct body_id as id from region_agreements where answer = 'AGREED'`,
  );
  expect(bodies.length).toBeGreaterThan(0);
  const { rows: named } = await owner.query<{ relation: string; name: string }>(
    ['organisations', 'oudernetwerken', 'advisory_bodies']
      .map((relation) => `(select '${relation}' as relation, search_name as name from ${relation} limit 1)`)
      .join(' union all '),
  );
  for (const sql of [
    `select * from people_named('wereld1', 0.45)`,
    ...named.map(({ relation, name }) => `select ${relation}_named('${name}')`),
    'select * from names_known_elsewhere()',
    'select found.* from people, namesakes(people.id, 0.45) found',
    'select found.* from regions, possible_pairs(regions.id) found',
    'select found.* from people a, people b, merge_clashes(a.id, b.id) found',
    'select found.* from people a, people b, merge_parts(a.id, b.id) found',
    `select * from tenures_of(null, '2026-11-25')`,
    `select * from continuity_facts(${networks}, '2026-11-25')`,
    // for rows whose contents they already know
    `select * from reappointment_hindrance(jsonb_populate_record(null::seat_appointments, '${held}')) told where told is not null`,
    // of every body that works elsewhere by agreement
    ...bodies.map(({ id }) => `select * from agreed_periods('${id}')`),
    ...bodies.map(({ id }) => `select unnest(sought_for('${id}', '2026-11-25'))`),
    `select * from seat_held_status('${known[0].seat}', '2026-02-01') told where told is not null`,
  ]) {
    const isForSystem = /continuity_facts|agreed_periods|sought_for/.test(sql);
    // a reach without an account is none
    for (const reach of ['', 'national', 'system']) {
      expect([sql, reach, await attempt(role, sql, (found) => found, { reach })]).toEqual([
        sql,
        reach,
        role === SYSTEM_ROLE && !isForSystem ? DENIED : [],
      ]);
    }
  }
});

test('with an account set each role sees the reference data', async () => {
  for (const role of ROLES) {
    const count = await attempt(
      role,
      'select count(*)::int as count from regions',
      (rows) => rows[0]!.count,
      {
        account: uuid(),
      },
    );
    expect(count).toBeGreaterThan(42);
  }
});

test('an own role comes with its network, or not at all', async () => {
  const { rows } = await owner.query<{ person_id: string; oudernetwerk_id: string }>(
    'select person_id, oudernetwerk_id from memberships limit 1',
  );
  const { person_id: person, oudernetwerk_id: network } = rows[0]!;
  const count = (outlines: string) =>
    attempt('okn_personal', 'select count(*)::int as count from memberships', (found) => found[0]!.count, {
      account: uuid(),
      person,
      outlines,
    });
  expect([await count('{}'), await count(`{${network}}`)]).toEqual([0, 1]);
});

test('the bare login may read nothing but the version of the schema', async () => {
  for (const relation of await relations()) {
    expect([relation, await rowsAs('none', relation)]).toEqual([relation, DENIED]);
  }
  expect(await rowsAs('none', VERSIONS)).toBeGreaterThan(0);
});

test('row-level security is on and forced for every table, and has policies for each role', async () => {
  const open = await names(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and not (relrowsecurity and relforcerowsecurity) and relname <> $1`,
    [VERSIONS],
  );
  expect(open).toEqual([]);
  expect(
    await names(`select relname from pg_class where relnamespace = 'public'::regnamespace
    and relkind in ('v', 'm', 'f') and not coalesce(reloptions @> '{security_barrier=true}', false)`),
  ).toEqual([]);
  const views = await names(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'`,
  );
  // what they show is compared with their tables: see row-level-reads.test.ts
  expect(views).toEqual(VIEWS);
  const ruled = [...OWNER_ONLY, ...views];
  for (const table of (await relations()).filter((relation) => !ruled.includes(relation))) {
    const readers = await names(
      `select distinct unnest(roles)::text from pg_policies
       where schemaname = 'public' and tablename = $1 and cmd = 'SELECT' order by 1`,
      [table],
    );
    const expected = DATABASE_ROLES.filter((role) => mayAsk(role, table));
    expect([table, readers]).toEqual([table, expected.sort()]);
  }
});

test('no policy is for everybody, and only the owner has one for all commands', async () => {
  const wide = await names(
    `select tablename || '.' || policyname from pg_policies
     where 'public' = any (roles) or (cmd = 'ALL' and roles <> array[current_user::name])`,
  );
  expect(wide).toEqual([]);
});

test('a command without a policy is not granted, and no policy stands without its grant', async () => {
  const { rows } = await owner.query<{ name: string; granted: boolean; ruled: boolean }>(
    `select c.relname || ' ' || command || ' ' || role as name,
       has_any_column_privilege(role, c.oid, command) or has_table_privilege(role, c.oid, command) as granted,
       exists (select from pg_policies p where p.tablename = c.relname and p.cmd = command and role = any (p.roles)) as ruled
     from pg_class c, unnest($1::text[]) role, unnest('{SELECT,INSERT,UPDATE}'::text[]) command
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
     union all
     select c.relname || ' DELETE ' || role, has_table_privilege(role, c.oid, 'DELETE'),
       exists (select from pg_policies p where p.tablename = c.relname and p.cmd = 'DELETE' and role = any (p.roles))
     from pg_class c, unnest($1::text[]) role
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
    [DATABASE_ROLES],
  );
  expect(rows.filter(({ granted, ruled }) => granted !== ruled)).toEqual([]);
});

test('the service owns nothing, and is and has no more than its roles', async () => {
  const login = new URL(database.serviceUrl).username;
  const everyone = [login, ...DATABASE_ROLES];
  const { rows } = await owner.query(
    `select rolname from pg_roles where rolname = any ($1)
       and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolinherit)`,
    [everyone],
  );
  expect(rows).toEqual([]);
  const owned = `select relname from pg_class where relowner = any ($1::regrole[])
    union all select proname from pg_proc where proowner = any ($1::regrole[])
    union all select nspname from pg_namespace where nspowner = any ($1::regrole[])
    union all select datname from pg_database where datdba = any ($1::regrole[])`;
  expect(await names(owned, [everyone])).toEqual([]);
  const memberships = `select distinct roleid::regrole::text from pg_auth_members where member = any ($1::regrole[])
    order by 1`;
  expect(await names(memberships, [everyone])).toEqual([...DATABASE_ROLES].sort());
  for (const right of ['TRUNCATE', 'REFERENCES', 'TRIGGER']) {
    const holders = `select relname from pg_class, unnest($1::text[]) holder
      where relnamespace = 'public'::regnamespace and relkind = 'r' and has_table_privilege(holder, oid, $2)`;
    expect(await names(holders, [everyone, right])).toEqual([]);
  }
  expect(await attempt('none', 'create table mine (id int)', () => 'made')).toBe(DENIED);
});

test('the audit log is only added to, and under one’s own name', async () => {
  const account = uuid();
  const add = (by: string) =>
    `insert into audit_log (id, happened_at, account_id, action, subject_type, subject_id, facts)
     values ('${uuid()}', now(), '${by}', 'x', 'X', '${uuid()}', '{}')`;
  for (const role of ROLES) {
    for (const sql of ['delete from audit_log', `update audit_log set action = 'x'`, 'truncate audit_log']) {
      expect(await attempt(role, sql, () => 'done', { account })).toBe(DENIED);
    }
    expect(await attempt(role, add(uuid()), () => 'done', { account })).toBe(DENIED);
    expect(await attempt(role, add(account), () => 'done', { account })).toBe('done');
  }
  for (const sql of ['delete from audit_log', `update audit_log set action = 'x'`, 'truncate audit_log']) {
    await expect(owner.query(sql)).rejects.toThrow('append-only');
  }
});

test('functions with the rights of the owner have a pinned search path and are for the service only', async () => {
  const { rows } = await owner.query<{
    name: string;
    path: string | null;
    public: boolean;
    roles: number;
    system: boolean;
  }>(
    `select proname as name,
       (select option from unnest(proconfig) option where option like 'search_path=%') as path,
       exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0) as public,
       (select count(*)::int from unnest($1::text[]) role where has_function_privilege(role, oid, 'execute')) as roles,
       has_function_privilege($2, oid, 'execute') as system
     from pg_proc where prosecdef and pronamespace = 'public'::regnamespace order by 1`,
    [ROLES, SYSTEM_ROLE],
  );
  const called = [
    'actor_of',
    'advisory_bodies_named',
    'advisory_seats_named',
    'agreed_periods',
    'alternates_still',
    'assignee_of',
    'awaits_notice',
    'colleagues_in',
    'continuity_facts',
    'corrected_id',
    'count_of_person',
    'days_to_stand_by',
    'ended_by',
    'erasure_hindrances',
    'inviter_of',
    'is_undeliverable',
    'left_in_peace',
    'left_while_closed',
    'lock_agreed_network',
    'make_newcomer',
    'mentioned_in',
    'merge_clashes',
    'merge_parts',
    'merged_into',
    'names_known_elsewhere',
    'namesakes',
    'nominated_before',
    'organisations_named',
    'oudernetwerken_named',
    'people_named',
    'possible_pairs',
    'reader_as',
    'reader_of',
    'reappointment_hindrance',
    'role_as_written',
    'seat_held_status',
    'seat_sought',
    'seats_known_by_name',
    'sought_for',
    'takes_part_here',
    'tenures_of',
    'undo_import_part',
    'viewer_of',
  ];
  expect(rows).toEqual(
    rows.map(({ name }) => ({
      name,
      path: 'search_path=public, pg_temp',
      public: false,
      roles: called.includes(name) ? ROLES.length : 0,
      system: SYSTEM_FUNCTIONS.includes(name),
    })),
  );
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(called));
});
