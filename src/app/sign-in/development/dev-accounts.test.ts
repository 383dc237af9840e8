import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { migrate } from '../../../db/migration/migrate.js';
import { day } from '../../../kernel/clock.js';
import { nodeId } from '../../../kernel/node-id.js';
import { cloneDatabase, type TestDatabase } from '../../../testing/database.js';
import { ensureDevAccount, type DevAccountWish } from './dev-accounts.js';

const ISSUER = 'http://localhost:4000/oidc';
const TODAY = day('2026-11-02');

let database: TestDatabase;
let owner: Client;
const [first, second, former] = [uuid(), uuid(), uuid()];
const [busy, calm, formerlyBusy] = [uuid(), uuid(), uuid()];

beforeAll(async () => {
  database = await cloneDatabase();
  await migrate(database.ownerUrl, database.serviceUrl);
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await fillRegion();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** Region ZZ01: three networks, of which `busy` supports two today and `formerlyBusy` supported all last year. */
async function fillRegion() {
  const [country, region, empty] = [uuid(), uuid(), uuid()];
  await insert('regions', { id: country, code: 'ZZ', name: 'Test', kind: 'LAND' });
  for (const [id, code] of [
    [region, 'ZZ01'],
    [empty, 'ZZ02'],
  ]) {
    await insert('regions', { id, code, name: 'Test', kind: 'JEUGDREGIO', parent_id: country });
  }
  const ofRegion = { region_id: region };
  const created = { created_at: '2026-11-01T12:00:00Z' };
  for (const [index, id] of [second, first, former].entries()) {
    await insert('people', { id, pseudonym: `P${index}`, ...ofRegion, ...created, perspectives: ['OUDER'] });
  }
  for (const id of [calm, busy, formerlyBusy]) {
    const name = { official_name: `Steunpunt ${id}`, name_status: 'OFFICIAL' };
    await insert('organisations', { id, kind: 'OUDER_JEUGDSTEUNPUNT', ...name, domains: ['ONDERWIJS'] });
  }
  for (let n = 0; n < 3; n += 1) {
    const network = { oudernetwerk_id: uuid(), ...ofRegion };
    await insert('oudernetwerken', {
      id: network.oudernetwerk_id,
      name: 'Test',
      phase: 'FORMING',
      ...ofRegion,
      ...created,
      sectors: ['PO'],
    });
    const support = (organisation_id: string, period: string) =>
      insert('support_arrangements', { id: uuid(), ...network, organisation_id, period });
    await support(n === 0 ? calm : busy, '[2026-01-01,)');
    await support(formerlyBusy, '[2025-01-01,2026-01-01)');
    if (n > 0) continue;
    const trek = { id: uuid(), ...network, role: 'TREKKER' };
    for (const person_id of [second, first]) {
      await insert('trekkerschappen', { ...trek, id: uuid(), person_id, period: '[2026-01-01,)' });
    }
    const ended = { period: '[2025-01-01,2026-11-02)', end_reason: 'PERSONAL' };
    await insert('trekkerschappen', { ...trek, person_id: former, ...ended });
  }
}

async function insert(table: string, row: Record<string, unknown>) {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  await owner.query(`insert into ${table} (${columns.join()}) values (${places.join()})`, Object.values(row));
}

const ensure = (wish: DevAccountWish, today = TODAY) =>
  ensureDevAccount(owner, { ...wish, issuer: ISSUER, today });

/** The viewer that the service makes of the account. */
async function viewerOf(subject: string, on = TODAY) {
  const { rows } = await owner.query('select viewer_of($1, $2, $3) as viewer', [
    ISSUER,
    subject,
    on.toString(),
  ]);
  return rows[0].viewer;
}

const accountsOf = async (subject: string) =>
  (
    await owner.query(
      'select display_name, r.id from accounts a left join account_roles r on r.account_id = a.id where subject = $1',
      [subject],
    )
  ).rows;

test.each([
  [{ role: 'admin' }, 'dev-admin', 'ADMIN'],
  [{ role: 'coordinator', region: 'zz01' }, 'dev-coordinator-ZZ01', 'COORDINATOR'],
  [{ role: 'secretary', region: 'ZZ01' }, 'dev-secretary-ZZ01', 'SECRETARY'],
  [{ role: 'supporter', region: 'ZZ01' }, `dev-supporter-${busy}`, 'SUPPORTER'],
] as const)('%j has its one role, however often it is asked', async (wish, subject, kind) => {
  for (let i = 0; i < 3; i += 1) await expect(ensure(wish)).resolves.toBe(subject);
  expect(await viewerOf(subject)).toMatchObject({ roles: [{ kind }], personId: null });
  expect(await accountsOf(subject)).toHaveLength(1);
  expect((await accountsOf(subject))[0].display_name).toMatch(/^Demo-/);
});

test('a coordinator coordinates that region, a supporter supports what its organisation does today', async () => {
  expect((await viewerOf(await ensure({ role: 'coordinator', region: 'ZZ01' }))).regions).toHaveLength(1);
  expect((await viewerOf(await ensure({ role: 'supporter', region: 'ZZ01' }))).supported).toHaveLength(2);
});

test('a parent is the first person who is a trekker today, without a role row', async () => {
  const subject = await ensure({ role: 'parent', region: 'ZZ01' });
  expect(subject).toBe(`dev-parent-${first}`);
  expect(await viewerOf(subject)).toMatchObject({ roles: [], personId: first, led: [expect.any(String)] });
});

test.each([
  ['public id', () => nodeId('Person', former)],
  ['uuid', () => former.toUpperCase()],
])('a parent by %s', async (_, person) => {
  const subject = await ensure({ role: 'parent', person: person() });
  expect(await viewerOf(subject)).toMatchObject({ personId: former, led: [] });
});

test('the demo account of a role and region is taken where there is one that has its rights', async () => {
  const { rows } = await owner.query(`select id from regions where code = 'ZZ02'`);
  const account_id = uuid();
  const subject = 'demo-coordinator-ZZ02';
  await insert('accounts', { id: account_id, issuer: ISSUER, subject, display_name: 'Demo' });
  expect(await ensure({ role: 'coordinator', region: 'ZZ02' })).toBe('dev-coordinator-ZZ02');
  const region_id = rows[0].id;
  await insert('account_roles', {
    id: uuid(),
    account_id,
    role: 'COORDINATOR',
    region_id,
    period: '[2026-01-01,)',
  });
  expect(await ensure({ role: 'coordinator', region: 'zz02' })).toBe(subject);
});

test('a role that has ended is given again', async () => {
  const subject = await ensure({ role: 'secretary', region: 'ZZ02' });
  await owner.query(
    `update account_roles set period = '[2026-11-02,2026-11-03)'
    where account_id = (select id from accounts where subject = $1)`,
    [subject],
  );
  const tomorrow = day('2026-11-03');
  expect((await viewerOf(subject, tomorrow)).roles).toEqual([]);
  await ensure({ role: 'secretary', region: 'ZZ02' }, tomorrow);
  expect((await viewerOf(subject, tomorrow)).roles).toHaveLength(1);
});

test.each<[DevAccountWish, RegExp]>([
  [{ role: 'coordinator', region: 'ZZ99' }, /no region ZZ99/],
  [{ role: 'supporter', region: 'ZZ02' }, /No organisation supports a network in ZZ02/],
  [{ role: 'parent', region: 'ZZ02' }, /Nobody is a trekker in ZZ02/],
  [{ role: 'parent', person: 'x' }, /no id of type Person/],
  [{ role: 'parent', person: '00000000-0000-7000-8000-000000000000' }, /no person/],
  [{ role: 'parent', person: nodeId('Region', former) }, /type Region, not Person/],
  [{ role: 'parent', person: former, region: 'ZZ01' }, /not both/],
  [{ role: 'admin', region: 'ZZ01' }, /leave out --region/],
  [{ role: 'admin', person: former }, /parent only/],
])('%j is refused, and makes nothing', async (wish, sentence) => {
  const count = async () => (await owner.query('select count(*) from accounts')).rows[0].count;
  const before = await count();
  await expect(ensure(wish)).rejects.toThrow(sentence);
  expect(await count()).toBe(before);
});
