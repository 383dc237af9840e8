import { createHmac } from 'node:crypto';
import { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { SYSTEM_ROLE } from '../../db/viewer-settings.js';
import { cloneDatabase, type TestDatabase } from '../database.js';
import { Makers } from '../makers/makers.js';
import { attemptAs, DENIED } from './row-level-attempt.js';

let database: TestDatabase;
let owner: Client;
let service: Client;
let parent: string;
let account: string;

beforeAll(async () => {
  database = await cloneDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  service = new Client({ connectionString: database.serviceUrl });
  await Promise.all([owner.connect(), service.connect()]);
  const make = new Makers(owner);
  parent = await make.person(await make.region('JZ06'));
  await make.account('whoever', {});
  account = (await owner.query('select id from accounts')).rows[0].id;
  await owner.query(
    `insert into person_contacts (person_id, email, phone) values ($1, 'ouder@example.org', '06')`,
    [parent],
  );
});
afterAll(async () => {
  await Promise.all([owner.end(), service.end()]);
  await database.drop();
});

/** Whatever somebody could make the service run on its own behalf, with every setting as they like it. */
const inject = (sql: string) =>
  attemptAs(service, SYSTEM_ROLE, sql, (rows) => rows, { account: uuid(), reach: 'system' });

const NEW_MAIL = (
  id: string,
) => `insert into mails (id, kind, recipient_type, recipient_id, params, week, made_at, due_at)
  values ('${id}', 'DIGEST', 'PERSON', '${parent}', '{}', '2026-11-23', now(), now())`;

test.each([
  ['contact details', 'select * from person_contacts'],
  ['addresses of accounts', 'select email_norm from accounts'],
  ['addresses of organisations', 'select email from organisations'],
  ['whole rows of people', 'select * from people'],
  ['names and addresses of nominees', 'select display_name, email from seat_nominees'],
  ['addresses that wait or were', 'select old_address, new_address from mail_address_changes'],
  [
    'a change of an address, without asking for it',
    `insert into mail_address_changes (id, account_id, old_address, new_address, asked_by, asked_at, expires_on)
     select gen_random_uuid(), id, 'x@example.org', 'attacker@example.org', id, now(), '2999-01-01' from accounts`,
  ],
  ['a change of an address that is over', 'update mail_address_changes set outcome = null'],
  ['which addresses are refused', 'select * from undeliverable_addresses'],
  ['an address that counts again', `select mark_deliverable('ouder@example.org')`],
  ['family names', 'select family_name from person_details'],
  ['notes', 'select * from person_notes'],
  ['consents', 'select * from consents'],
  ['the audit log', 'select * from audit_log'],
  ['the secret of links', 'select secret from mail_keys'],
  [
    'a recipient with their address',
    `select * from mail_recipient('PERSON', '00000000-0000-0000-0000-000000000000')`,
  ],
  ['another secret', `update mail_keys set secret = 'known'`],
  [
    'another role',
    `insert into account_roles (id, account_id, role, period) values (gen_random_uuid(), gen_random_uuid(), 'ADMIN', '[2020-01-01,)')`,
  ],
  ['another address', `update accounts set email_norm = 'attacker@example.org'`],
  ['the log of who saw whom', 'delete from person_access_log'],
  ['the rules', 'drop policy national on people'],
  ['a file of the server', `copy (select 1) to '/tmp/okn'`],
  ['a program of the server', `copy (select 1) to program 'true'`],
])('%s: denied', async (_what, sql) => {
  expect(await inject(sql)).toBe(DENIED);
});

test('an address is told of a mail that waits, not of one made for the question', async () => {
  const [waiting, asked] = [uuid(), uuid()];
  await owner.query(NEW_MAIL(waiting));
  expect(await inject(`select mail_address('${waiting}') as address`)).toEqual([
    { address: 'ouder@example.org' },
  ]);
  await owner.query(`update mails set sent_at = now() where id = '${waiting}'`);
  expect(await inject(`select mail_address('${waiting}') as address`)).toEqual([{ address: null }]);

  // of its own transaction is also what it writes behind a savepoint
  for (const savepoint of ['', 'savepoint hidden;']) {
    await begin();
    await service.query(savepoint);
    await service.query(NEW_MAIL(asked).replace('2026-11-23', '2026-11-30'));
    if (savepoint) await service.query('release hidden');
    const { rows } = await service.query(`select mail_address('${asked}') as address`);
    await service.query('rollback');
    expect(rows).toEqual([{ address: null }]);
  }
});

/** As the service itself, in a transaction of its own. */
async function begin(): Promise<void> {
  await service.query(
    `begin; set local role ${SYSTEM_ROLE}; select set_config('app.account', '${account}', true),
       set_config('app.today', '2026-11-25', true)`,
  );
}
const WISH = (change: string) =>
  `select wish_address('${change}', 'Person', '${parent}', 'attacker@example.org', true, '2026-11-25T10:00:00Z',
     '2026-11-11T10:00:00Z', '2026-12-02') as outcome`;
const PROOF = (change: string) =>
  `insert into mails (id, kind, recipient_type, recipient_id, address_change_id, params, made_at, due_at, sent_at)
   values (gen_random_uuid(), 'ADDRESS_PROOF', 'PERSON', '${parent}', '${change}', '{}', now(), now(), now())`;
const CONFIRM = (change: string) => `select confirm_address('${change}') as confirmed`;
const address = async () =>
  (await owner.query('select email from person_contacts where person_id = $1', [parent])).rows[0].email;

test('nobody asks for another address and confirms it in one go, and none is confirmed that was not proven', async () => {
  const change = uuid();
  const confirmed = async () => {
    await begin();
    const { rows } = await service.query(CONFIRM(change));
    await service.query('commit');
    return rows[0].confirmed;
  };
  for (const savepoint of ['savepoint hidden', 'select']) {
    await begin();
    await service.query(savepoint);
    expect((await service.query(WISH(change))).rows).toEqual([{ outcome: 'WAITS' }]);
    await service.query(PROOF(change));
    expect((await service.query(CONFIRM(change))).rows).toEqual([{ confirmed: false }]);
    await service.query('rollback');
  }
  await begin();
  await service.query(WISH(change));
  await service.query('commit');
  // its link was never sent, or in this transaction, or it has expired
  expect(await confirmed()).toBe(false);
  await begin();
  await service.query(PROOF(change));
  expect((await service.query(CONFIRM(change))).rows).toEqual([{ confirmed: false }]);
  await service.query('commit');
  await owner.query(`update mail_address_changes set expires_on = '2026-11-24' where id = $1`, [change]);
  expect(await confirmed()).toBe(false);
  expect(await address()).toBe('ouder@example.org');

  await owner.query(`update mail_address_changes set expires_on = '2026-11-25' where id = $1`, [change]);
  expect(await confirmed()).toBe(true);
  expect(await address()).toBe('attacker@example.org');
  expect(await confirmed()).toBe(false);
});

test.each([
  ['short', 'kort geheim é'],
  ['of 64 bytes', 'x'.repeat(64)],
  ['longer than a block', 'lang '.repeat(40)],
])('a link is signed with HMAC-SHA-256, with a secret that is %s', async (_what, secret) => {
  await owner.query('update mail_keys set secret = $1', [secret]);
  const what = 'answer invitation één';
  expect(await inject(`select link_signature('${what}') as signature`)).toEqual([
    { signature: createHmac('sha256', secret).update(what).digest('base64url') },
  ]);
});
