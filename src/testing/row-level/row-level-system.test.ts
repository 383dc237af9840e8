import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { REACHES, roleOf, SYSTEM_ROLE } from '../../db/viewer-settings.js';
import { makeAccessWorld } from '../access/access-world.js';
import { cloneDatabase, type TestDatabase } from '../database.js';
import { Makers } from '../makers/makers.js';
import { attemptAs, DENIED, mayAsk } from './row-level-attempt.js';

const ROLES = REACHES.map(roleOf);

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

test('facts about a network are for its insiders, whatever else the session says', async () => {
  const { rows } = await owner.query<{ oudernetwerk_id: string; person_id: string }>(
    `select oudernetwerk_id, person_id from trekkerschappen limit 1`,
  );
  const { oudernetwerk_id: network, person_id: person } = rows[0]!;
  const count = (role: string, settings: Record<string, string>) =>
    attemptAs(
      service,
      role,
      `select count(*)::int as count from continuity_facts(array['${network}']::uuid[], '2026-11-25')`,
      (found) => found[0]!.count,
      settings,
    );
  const account = uuid();
  for (const role of ROLES) {
    expect(await count(role, { account, person, outlines: `{${network}}`, reach: 'personal' })).toBe(0);
    expect(await count(role, { account, regions: `{${uuid()}}`, reach: 'regional' })).toBe(0);
    expect(await count(role, { account, led: `{${network}}`, reach: 'personal' })).toBe(1);
    expect(await count(role, { reach: 'national' })).toBe(0);
  }
});

test('the service on its own behalf reads notes and the audit log of nobody, with an account set too', async () => {
  const settings = { account: uuid(), reach: 'system' };
  const read = (relation: string) =>
    attemptAs(
      service,
      SYSTEM_ROLE,
      `select count(*)::int as count from ${relation}`,
      (rows) => rows[0]!.count as number,
      settings,
    );
  const { rows } = await owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations' order by 1`,
  );
  for (const { name: relation } of rows) {
    const found = await read(relation);
    expect([relation, mayAsk(SYSTEM_ROLE, relation) ? Number(found) > 0 : found]).toEqual([
      relation,
      mayAsk(SYSTEM_ROLE, relation) ? true : DENIED,
    ]);
  }
});

test('nobody becomes the service itself, or another account', async () => {
  for (const role of ROLES) {
    const { rows } = await owner.query<{ member: boolean }>(
      `select pg_has_role($1, $2, 'member') as member`,
      [role, SYSTEM_ROLE],
    );
    expect([role, rows[0]!.member]).toEqual([role, false]);
  }
});

test('the jobs of the service are nobody else’s', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relnamespace = to_regnamespace('graphile_worker') and c.relkind = 'r'`,
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const role of [...ROLES, 'none']) {
    for (const { name } of rows) {
      const found = await attemptAs(service, role, `select * from ${name}`, () => 'read', {
        account: uuid(),
      });
      expect([role, name, found]).toEqual([role, name, DENIED]);
    }
  }
});
