import { nodeId } from '../../../kernel/node-id.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';
import { type SmtpServer, startSmtpServer } from '../../../testing/mail/smtp-server.js';

const TREKKER = 'quirine@example.org';
const SUPPORTER = 'steun@example.org';
const COORDINATOR = 'coordinator@example.org';
const MAILBOX = 'postbus@example.org';
const LADDER = [TREKKER, SUPPORTER, COORDINATOR, MAILBOX];
const NO_SUCH_MAILBOX = '550 5.1.1 no such mailbox';

let smtp: SmtpServer;
let world: MailWorld;
let trekker: string;

beforeAll(async () => {
  smtp = await startSmtpServer();
});
afterAll(() => smtp.close());
beforeEach(async () => {
  smtp.refuses.clear();
  smtp.taken.length = 0;
  world = await startMailWorld({ SMTP_URL: smtp.url });
  const { make, service } = world;
  const region = await make.region('JZ06');
  trekker = await make.person(region, { given: 'Quirine', family: 'Proefpersoon' });
  const network = await make.network(region, { activeFrom: '2026-01-01', ledBy: trekker });
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  const organisation = await make.organisation(region);
  await make.support(network, organisation);
  await make.account('supporter', { role: 'SUPPORTER', organisationId: organisation });
  await make.account('parent', { personId: trekker });
  const office = await make.organisation(region);
  await service.owner.query('update regions set coordinating_organisation_id = $2 where id = $1', [
    region,
    office,
  ]);
  await service.owner.query('update organisations set email = $2 where id = $1', [office, MAILBOX]);
  await world.email(trekker, TREKKER);
  await world.accountEmail('supporter', SUPPORTER);
  await world.accountEmail('coordinator', COORDINATOR);
  const QUIET = 'mutation { mailPreferencesSet(input: { digest: false }) { errors { code } } }';
  await service.ask('coordinator', QUIET);
});
afterEach(() => world.close());

/** A trekker who is expected to stop is reminded first. */
async function remind(): Promise<void> {
  const { rows } = await world.service.owner.query<{ id: string }>('select id from trekkerschappen');
  const PLAN = `mutation ($input: TrekkerschapPlanEndInput!) { trekkerschapPlanEnd(input: $input) { errors { code } } }`;
  const plannedEnd = { on: '2026-12-20', reason: 'PERSONAL' };
  const input = { id: nodeId('Trekkerschap', rows[0]!.id), plannedEnd };
  const { data } = await world.service.ask('coordinator', PLAN, { input });
  expect(data.trekkerschapPlanEnd.errors).toEqual([]);
  await world.service.tick();
}
const mail = async () =>
  (
    await world.service.owner.query(
      `select m.sent_at is not null as sent, m.last_error, m.recipient_type, r.told
       from mails m join reminders r on r.mail_id = m.id where m.kind = 'EXPECTED_END'`,
    )
  ).rows;

test.each([
  [0, 'SELF'],
  [1, 'SUPPORTER'],
  [2, 'COORDINATOR'],
  [3, 'ORGANISATION'],
])('of the ladder %i refuse mail: it falls to the next, %s', async (refused, told) => {
  for (const address of LADDER.slice(0, refused)) smtp.refuses.set(address, NO_SUCH_MAILBOX);
  await remind();
  expect(smtp.taken).toEqual([LADDER[refused]]);
  expect(await mail()).toMatchObject([{ sent: true, told }]);
  expect(await world.count('undeliverable_addresses')).toBe(refused);
});

test('when all refuse it is not sent, and says so; it goes out as soon as somebody can be reached', async () => {
  for (const address of LADDER) smtp.refuses.set(address, NO_SUCH_MAILBOX);
  await remind();
  expect(smtp.taken).toEqual([]);
  expect(await mail()).toMatchObject([{ sent: false, last_error: 'NOBODY' }]);
  const { rows } = await world.service.owner.query('select distinct code from undeliverable_addresses');
  expect(rows).toEqual([{ code: 'EENVELOPE 550' }]);
  await world.accountEmail('coordinator', 'goed@example.org');
  world.service.travelTo('2026-11-25T11:00:00Z');
  await world.service.tick();
  expect(smtp.taken).toEqual(['goed@example.org']);
});

test.each([
  '450 4.2.1 try again later',
  '451 4.7.1 greylisted',
  // our own settings are wrong: that is answered to every recipient
  '554 5.7.1 Relay access denied',
  '530 authentication required',
])('%s: the same recipient, later', async (said) => {
  smtp.refuses.set(TREKKER, said);
  await remind();
  expect(smtp.taken).toEqual([]);
  expect(await mail()).toMatchObject([
    { sent: false, last_error: `EENVELOPE ${said.slice(0, 3)}`, told: 'SELF' },
  ]);
  expect(await world.count('undeliverable_addresses')).toBe(0);
  smtp.refuses.clear();
  world.service.travelTo('2026-11-25T10:30:00Z');
  await world.service.tick();
  expect(smtp.taken).toEqual([TREKKER]);
});

test('the address is shown as undeliverable; giving it again tries again, another one clears it', async () => {
  smtp.refuses.set(TREKKER, NO_SUCH_MAILBOX);
  await remind();
  const SHOWN = `{ viewer { person { contact { email emailUndeliverable } } } }`;
  const shown = async () => (await world.service.ask('parent', SHOWN)).data.viewer.person.contact;
  expect(await shown()).toEqual({ email: TREKKER, emailUndeliverable: true });
  const UPDATE = `mutation ($input: PersonUpdateInput!) { personUpdate(input: $input) { errors { code } } }`;
  const input = { id: nodeId('Person', trekker), patch: { contact: { email: TREKKER } } };
  const { data } = await world.service.ask('parent', UPDATE, { input });
  expect(data.personUpdate.errors).toEqual([]);
  expect(await shown()).toEqual({ email: TREKKER, emailUndeliverable: false });
  await world.email(trekker, 'anders@example.org');
  expect(await shown()).toEqual({ email: 'anders@example.org', emailUndeliverable: false });
});

test('whoever asks for an address that takes no mail changes nothing for those who have it', async () => {
  smtp.refuses.set(TREKKER, NO_SUCH_MAILBOX);
  await remind();
  const marks = async () => (await world.service.owner.query('select * from undeliverable_addresses')).rows;
  const before = await marks();
  const ASK = `mutation ($email: String) { mailPreferencesSet(input: { email: $email }) {
    errors { code } viewer { mailPreferences { email pendingEmail } } } }`;
  const { data } = await world.service.ask('coordinator', ASK, { email: TREKKER });
  expect(data.mailPreferencesSet).toEqual({
    errors: [],
    viewer: { mailPreferences: { email: COORDINATOR, pendingEmail: TREKKER } },
  });
  expect(await marks()).toEqual(before);
  // its proof is tried there, and the mailbox is known to be away for longer
  world.service.travelTo('2026-11-25T11:00:00Z');
  await world.service.tick();
  expect(await marks()).toEqual([{ ...before[0], refused_at: new Date('2026-11-25T11:00:00Z') }]);
});

test('what a mail server said is forgotten after 90 days: then mail is tried there again', async () => {
  smtp.refuses.set(TREKKER, NO_SUCH_MAILBOX);
  await remind();
  const reached = async (on: string) => {
    world.service.travelTo(on);
    const { rows } = await world.service.owner.query(
      `select set_config('app.today', $2, false), (select reachable from mail_reach('PERSON', $1)) as reachable`,
      [trekker, on.slice(0, 10)],
    );
    const SHOWN = `{ viewer { person { contact { emailUndeliverable } } } }`;
    const { emailUndeliverable } = (await world.service.ask('parent', SHOWN)).data.viewer.person.contact;
    return [rows[0].reachable, emailUndeliverable];
  };
  expect(await reached('2027-02-22T10:00:00Z')).toEqual([false, true]);
  expect(await reached('2027-02-23T10:00:00Z')).toEqual([true, false]);
});

test('an address that is refused again after that is marked anew', async () => {
  smtp.refuses.set(TREKKER, NO_SUCH_MAILBOX);
  await remind();
  await world.service.owner.query(`update undeliverable_addresses set refused_at = '2026-08-01'`);
  await world.service.owner.query(
    `update mails set sent_at = null, attempts = 0, recipient_type = 'PERSON', recipient_id = $1 where kind = 'EXPECTED_END'`,
    [trekker],
  );
  world.service.travelTo('2026-11-25T11:00:00Z');
  await world.service.tick();
  const { rows } = await world.service.owner.query('select refused_at from undeliverable_addresses');
  expect(rows).toEqual([{ refused_at: new Date('2026-11-25T11:00:00Z') }]);
});
