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

beforeAll(async () => {
  database = await cloneDatabase();
  owner = new Client({ connectionString: database.ownerUrl });
  service = new Client({ connectionString: database.serviceUrl });
  await Promise.all([owner.connect(), service.connect()]);
  const make = new Makers(owner);
  parent = await make.person(await make.region('JZ06'));
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
  ['names of accounts', 'select display_name from accounts'],
  ['addresses of organisations', 'select email from organisations'],
  ['whole rows of people', 'select * from people'],
  ['parts of names', 'select given_name from person_details'],
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

  await service.query(
    `begin; set local role ${SYSTEM_ROLE}; select set_config('app.account', '${uuid()}', true)`,
  );
  await service.query(NEW_MAIL(asked).replace('2026-11-23', '2026-11-30'));
  const { rows } = await service.query(`select mail_address('${asked}') as address`);
  await service.query('rollback');
  expect(rows).toEqual([{ address: null }]);
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
