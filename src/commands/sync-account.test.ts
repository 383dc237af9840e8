import { Client } from 'pg';
import { day } from '../kernel/clock.js';
import { nodeId } from '../kernel/node-id.js';
import { cloneDatabase, type TestDatabase } from '../testing/database.js';
import { Makers } from '../testing/makers/makers.js';
import { SeatMakers } from '../testing/makers/seat-makers.js';
import { accountGrant, type AccountWish } from './account-wish.js';
import { syncAccount } from './sync-account.js';

const ISSUER = 'https://login.example';
const TODAY = day('2026-11-25');
const TOMORROW = day('2026-11-26');

let database: TestDatabase;
let owner: Client;
let make: Makers;

beforeAll(async () => {
  database = await cloneDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  make = new Makers(owner);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

type Rest = Omit<AccountWish, 'issuer' | 'subject'>;

const keep = (subject: string, wish: Rest, { end, on = TODAY }: { end?: boolean; on?: typeof TODAY } = {}) =>
  syncAccount(owner, { issuer: ISSUER, subject, ...wish, end }, on);

/** The viewer that the service makes of a sign-in. */
async function viewerOf(subject: string, on = TODAY) {
  const { rows } = await owner.query('select viewer_of($1, $2, $3) as viewer', [
    ISSUER,
    subject,
    on.toString(),
  ]);
  return rows[0].viewer;
}

async function count(table: string): Promise<number> {
  const { rows } = await owner.query(`select count(*)::int as n from ${table}`);
  return rows[0].n;
}

test('the first admin: unknown before, an admin after, once, and in the audit log', async () => {
  expect(await viewerOf('first')).toBeNull();
  const said = await keep('first', { role: 'admin', name: 'Beheerder' });
  expect(said).toBe('first of https://login.example is admin from 2026-11-25 on.');
  await keep('first', { role: 'admin' });
  expect((await viewerOf('first')).roles).toEqual([{ kind: 'ADMIN', regionId: null, organisationId: null }]);
  const { rows } = await owner.query(
    `select display_name, l.action, l.facts from accounts a join audit_log l on l.subject_id = a.id where subject = 'first'`,
  );
  expect(rows).toEqual([
    { display_name: 'Beheerder', action: 'account.roleGiven', facts: { role: 'ADMIN' } },
  ]);
});

test('every other role holds where the option says', async () => {
  const region = await make.region('JZ14');
  const [organisation, person] = [await make.organisation(region), await make.person(region)];
  await keep('c', { role: 'coordinator', region: 'jz14' });
  await keep('s', { role: 'secretary', region: 'JZ14' });
  await keep('o', { role: 'supporter', organisation: nodeId('Organisation', organisation) });
  await keep('p', { role: 'parent', person: nodeId('Person', person) });
  expect((await viewerOf('c')).regions).toEqual([region]);
  expect((await viewerOf('s')).roles).toEqual([
    { kind: 'SECRETARY', regionId: region, organisationId: null },
  ]);
  expect((await viewerOf('o')).roles).toEqual([
    { kind: 'SUPPORTER', regionId: null, organisationId: organisation },
  ]);
  expect(await viewerOf('p')).toMatchObject({ roles: [], personId: person });
});

test('a secretary of one body is not that of another of the region, unless that is given too', async () => {
  const region = await make.region('JZ22');
  const seats = new SeatMakers(owner);
  const [one, other] = [await seats.body(region), await seats.body(region)];
  const ofOne = { role: 'secretary', region: 'JZ22', body: nodeId('AdvisoryBody', one) } as const;
  await keep('one', ofOne);
  await keep('one', ofOne);
  expect(await viewerOf('one')).toMatchObject({
    roles: [{ kind: 'SECRETARY' }],
    bodies: [one],
    secretariat: [],
  });
  await keep('one', { role: 'secretary', region: 'JZ22' }, { on: TOMORROW });
  expect((await viewerOf('one', TOMORROW)).bodies).toEqual([one, other].sort());
  await keep('one', { role: 'secretary', region: 'JZ22' }, { on: TOMORROW, end: true });
  expect((await viewerOf('one', TOMORROW)).bodies).toEqual([one]);
  await keep('one', ofOne, { on: TOMORROW, end: true });
  expect((await viewerOf('one', TOMORROW)).bodies).toEqual([]);
  expect((await viewerOf('one')).bodies).toEqual([one]);
});

test('a body is one of the region that is named, and goes with a secretary only', async () => {
  const body = await new SeatMakers(owner).body(await make.region('JZ22'));
  const before = await count('account_roles');
  for (const [wish, sentence] of [
    [{ role: 'secretary', region: 'JZ14', body }, /one of JZ22/],
    [{ role: 'coordinator', region: 'JZ22', body }, /--body does not go with coordinator/],
    [{ role: 'secretary', body }, /needs --region/],
    [{ role: 'secretary', region: 'JZ22', body: nodeId('Person', body) }, /type Person/],
    [{ role: 'secretary', region: 'JZ22', body: '00000000-0000-7000-8000-000000000000' }, /no advisory body/],
  ] as const) {
    await expect(keep('nobody', wish)).rejects.toThrow(sentence);
  }
  expect(await count('account_roles')).toBe(before);
});

test('a second role leaves the first, the person and the name alone', async () => {
  const person = await make.person(await make.region('JZ06'));
  await keep('both', { role: 'parent', person, name: 'Allebei' });
  await keep('both', { role: 'coordinator', region: 'JZ06' });
  expect(await viewerOf('both')).toMatchObject({ roles: [{ kind: 'COORDINATOR' }], personId: person });
});

test('a role that is taken away is gone that day, and its history stays unless it never began', async () => {
  await keep('leaves', { role: 'admin' });
  await keep('leaves', { role: 'admin' }, { end: true, on: TOMORROW });
  expect((await viewerOf('leaves', TODAY)).roles).toHaveLength(1);
  expect((await viewerOf('leaves', TOMORROW)).roles).toEqual([]);
  await keep('mistake', { role: 'admin' });
  await keep('mistake', { role: 'admin' }, { end: true });
  expect((await viewerOf('mistake')).roles).toEqual([]);
  await expect(keep('mistake', { role: 'admin' }, { end: true })).rejects.toThrow('is not admin');
});

test.each<[Rest, RegExp]>([
  [{ role: 'admin', region: 'JZ06' }, /--region does not go with admin/],
  [{ role: 'coordinator' }, /needs --region/],
  [{ role: 'coordinator', region: 'JZ99' }, /no region JZ99/],
  [{ role: 'supporter', organisation: 'x' }, /no id of type Organisation/],
  [{ role: 'supporter', organisation: nodeId('Person', 'x') }, /no id of type Organisation|type Person/],
  [{ role: 'parent', person: '00000000-0000-7000-8000-000000000000' }, /no person/],
])('%j is refused, and makes nothing', async (wish, sentence) => {
  const before = [await count('accounts'), await count('account_roles'), await count('audit_log')];
  await expect(keep('nobody', wish)).rejects.toThrow(sentence);
  expect([await count('accounts'), await count('account_roles'), await count('audit_log')]).toEqual(before);
});

test('a subject that no token can have is refused', async () => {
  const wish = { issuer: ISSUER, subject: 'naïef', role: 'admin' } as const;
  await expect(accountGrant(owner, wish)).rejects.toThrow('plain ASCII');
});
