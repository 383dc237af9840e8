import { nodeId } from '../../../kernel/node-id.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';

const END = `mutation ($input: TrekkerschapEndInput!) {
  trekkerschapEnd(input: $input) { errors { code } trekkerschap { id } } }`;
const SET = `mutation ($input: MailPreferencesSetInput!) { mailPreferencesSet(input: $input) {
  errors { code path } viewer { mailPreferences { reminders digest quietFrom quietUntil email } } } }`;

let world: MailWorld;
let region: string;
let network: string;
let trekker: string;
let trekkerschap: string;

beforeEach(async () => {
  world = await startMailWorld();
  const { make } = world;
  region = await make.region('JZ06');
  trekker = await make.person(region, { given: 'Quirine', family: 'Proefpersoon' });
  network = await make.network(region, { name: 'Netwerk Noord', activeFrom: '2026-01-01', ledBy: trekker });
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('parent', { personId: trekker });
  await world.accountEmail('coordinator', 'coordinator@example.org');
  await world.email(trekker, 'quirine@example.org');
  const { rows } = await world.service.owner.query<{ id: string }>('select id from trekkerschappen');
  trekkerschap = rows[0]!.id;
});
afterEach(() => world.close());

async function end(on: string, as = 'coordinator'): Promise<void> {
  const input = { id: nodeId('Trekkerschap', trekkerschap), on, reason: 'PERSONAL' };
  const { data, errors } = await world.service.ask(as, END, { input });
  expect(errors).toBeUndefined();
  expect(data.trekkerschapEnd.errors).toEqual([]);
}
async function deliver(at: string): Promise<void> {
  world.service.travelTo(at);
  await world.service.tick();
}
const departures = async () => (await world.emails()).filter(({ name }) => name.includes('-departure-'));

test('a parent who records their own end: the coordinator gets an email at once, they do not', async () => {
  await end('2026-11-30', 'parent');
  const { rows } = await world.service.owner.query(
    `select kind, due_at, sent_at from mails where kind = 'DEPARTURE'`,
  );
  expect(rows).toEqual([{ kind: 'DEPARTURE', due_at: new Date('2026-11-25T10:00:00Z'), sent_at: null }]);
  await deliver('2026-11-25T10:05:00Z');
  const [email, ...others] = await departures();
  expect(others).toEqual([]);
  expect(email!.header('to')).toBe('coordinator@example.org');
  expect(email!.header('subject')).toBe('Een trekker stopt, laatste dag 30 november 2026');
  expect(email!.body).toContain(
    'Quirine Proefpersoon stopt als trekker van Netwerk Noord. Dat liet deze ouder zelf weten.',
  );
  expect(email!.body).toContain(
    'Daarna heeft het netwerk geen trekker meer, en zorgt alleen het vangnet er nog voor.',
  );
});

test('the supporter comes before the coordinator; the leaving trekker is passed over in every role', async () => {
  const organisation = await world.make.organisation(region);
  await world.make.support(network, organisation);
  await world.make.account('leaver', { role: 'SUPPORTER', organisationId: organisation, personId: trekker });
  await world.accountEmail('leaver', 'leaver@example.org');
  await end('2026-11-30');
  await deliver('2026-11-25T10:05:00Z');
  await world.make.account('supporter', { role: 'SUPPORTER', organisationId: organisation });
  await world.accountEmail('supporter', 'steun@example.org');
  await end('2026-12-31');
  await deliver('2026-11-25T11:05:00Z');
  expect((await departures()).map(({ header }) => header('to'))).toEqual([
    'coordinator@example.org',
    'steun@example.org',
  ]);
});

test('an end that moves is reported again, the same end is not', async () => {
  await end('2026-11-30');
  await end('2026-11-30');
  await end('2026-12-15');
  expect(await world.count('reminders')).toBe(2);
});

test('an end in the past is reported if nobody is left, and not if somebody is', async () => {
  const second = await world.make.trekkerschap(network, await world.make.person(region), '[2026-02-01,)');
  await end('2026-11-20');
  expect(await world.count('reminders')).toBe(0);
  trekkerschap = second;
  await end('2026-11-21');
  expect(await world.count('reminders')).toBe(1);
});

test('an email is a proper mail: headers, text, HTML and a day for the calendar', async () => {
  await end('2026-11-30');
  await deliver('2026-11-25T10:05:00Z');
  const [email] = await departures();
  const { rows } = await world.service.owner.query(
    `select id, message_id from mails where kind = 'DEPARTURE'`,
  );
  expect(email!.header('message-id')).toBe(`<${rows[0].id}@localhost>`);
  expect(rows[0].message_id).toBe(email!.header('message-id'));
  expect(email!.header('date')).toBe('Wed, 25 Nov 2026 10:05:00 +0000');
  expect(email!.header('from')).toBe('oudernetwerken@localhost');
  expect(email!.header('auto-submitted')).toBe('auto-generated');
  expect(email!.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  expect(email!.header('list-unsubscribe')).toMatch(
    /^<https:\/\/okn\.example\/mail\/unsubscribe\?token=[\w.-]+>$/,
  );
  for (const type of ['text/plain', 'text/html', 'text/calendar; charset=utf-8; method=PUBLISH']) {
    expect(email!.raw).toContain(`Content-Type: ${type}`);
  }
  expect(email!.body).toContain('<html lang="nl"');
  expect(email!.body).not.toMatch(/%\w+%/);
  const calendar = email!.body.slice(email!.body.indexOf('BEGIN:VCALENDAR')).split(/\r?\n/);
  expect(calendar).toEqual(
    expect.arrayContaining([
      'METHOD:PUBLISH',
      `UID:trekkerschap-end-${trekkerschap}@oudernetwerken`,
      'SEQUENCE:0',
      'DTSTAMP:20261125T100500Z',
      'DTSTART;VALUE=DATE:20261130',
      'END:VCALENDAR',
    ]),
  );
});

test('a network’s name cannot add a header', async () => {
  await world.service.owner.query('update oudernetwerken set name = $1', [
    'Noord\r\nBcc: iedereen@example.org',
  ]);
  await end('2026-11-30');
  await deliver('2026-11-25T10:05:00Z');
  const [email] = await departures();
  expect(email!.header('bcc')).toBeNull();
  expect(email!.body).toContain('als trekker van Noord Bcc: iedereen@example.org. De laatste dag is');
});

test('an address that could add a header gets nothing, and the mail is tried again', async () => {
  await world.accountEmail('coordinator', 'x@example.org\r\nBcc: iedereen@example.org');
  await end('2026-11-30');
  await deliver('2026-11-25T10:05:00Z');
  expect(await departures()).toEqual([]);
  const { rows } = await world.service.owner.query(
    `select attempts, last_error, due_at from mails where kind = 'DEPARTURE'`,
  );
  expect(rows).toEqual([{ attempts: 1, last_error: 'FAILED', due_at: new Date('2026-11-25T10:10:00Z') }]);
});

test('an email that cannot be composed is put off, and holds up no other', async () => {
  const { owner } = world.service;
  await end('2026-11-30');
  await owner.query(`update mails set params = params || '{"dueOn": "soon"}'`);
  await world.make.account('second', { role: 'COORDINATOR', regionId: region });
  await end('2026-12-31');
  await deliver('2026-11-25T10:05:00Z');
  expect(await departures()).toHaveLength(1);
  const { rows } = await owner.query(
    `select attempts, last_error, due_at from mails where kind = 'DEPARTURE' and sent_at is null`,
  );
  expect(rows).toEqual([{ attempts: 1, last_error: 'JSON_SHAPE', due_at: new Date('2026-11-25T10:10:00Z') }]);
});

test('in quiet hours mail waits, a departure too', async () => {
  world.service.travelTo('2026-11-25T21:30:00Z');
  await end('2026-11-30');
  await deliver('2026-11-25T22:00:00Z');
  await deliver('2026-11-26T05:00:00Z');
  expect(await departures()).toEqual([]);
  await deliver('2026-11-26T06:00:00Z');
  expect(await departures()).toHaveLength(1);
});

test('everybody sets their own mail, and sees it', async () => {
  const preferences = '{ viewer { mailPreferences { reminders digest quietFrom quietUntil email } } }';
  const before = await world.service.ask('coordinator', preferences);
  const usual = {
    reminders: true,
    digest: true,
    quietFrom: 21,
    quietUntil: 7,
    email: 'coordinator@example.org',
  };
  expect(before.data.viewer.mailPreferences).toEqual(usual);
  const input = { quietFrom: 0, quietUntil: 0, digest: false, email: 'Ander@Example.org' };
  const { data } = await world.service.ask('coordinator', SET, { input });
  // another address counts once it is confirmed: see address-mails.test.ts
  const now = { ...usual, digest: false, quietFrom: 0, quietUntil: 0 };
  expect(data.mailPreferencesSet).toEqual({ errors: [], viewer: { mailPreferences: now } });
  expect((await world.service.ask('coordinator', preferences)).data.viewer.mailPreferences).toEqual(now);
  expect((await world.service.ask('parent', preferences)).data.viewer.mailPreferences).toEqual({
    ...usual,
    email: null,
  });
  const wrong = { quietFrom: 24, quietUntil: -1, email: 'a@b' };
  const refused = await world.service.ask('coordinator', SET, { input: wrong });
  expect(refused.data.mailPreferencesSet.errors.map(({ code }: { code: string }) => code)).toEqual([
    'OUT_OF_RANGE',
    'OUT_OF_RANGE',
    'BAD_EMAIL',
  ]);
  expect((await world.service.ask('coordinator', preferences)).data.viewer.mailPreferences).toEqual(now);
  expect((await world.service.ask(null, SET, { input })).errors[0].extensions.code).toBe('UNAUTHENTICATED');
});

test('the digest: on Monday, once a week, for subscribers, in their language', async () => {
  await world.service.owner.query(`update accounts set locale = 'en' where subject = 'coordinator'`);
  await deliver('2026-11-29T11:00:00Z');
  await deliver('2026-11-30T05:00:00Z');
  await deliver('2026-11-30T11:00:00Z');
  await deliver('2026-12-01T11:00:00Z');
  const digests = (await world.emails()).filter(({ name }) => name.includes('-digest-'));
  expect(digests.map(({ name }) => name.slice(0, 10)).sort()).toEqual(['2026-11-29', '2026-11-30']);
  expect(digests[0]!.header('subject')).toBe('Your worklist for this week: 1 item');
  expect(digests[0]!.body).toContain('- Netwerk Noord: ');
  expect(digests[0]!.body).not.toContain('Quirine');
  await world.service.ask('coordinator', SET, { input: { digest: false } });
  await deliver('2026-12-07T11:00:00Z');
  expect((await world.emails()).filter(({ name }) => name.includes('-digest-'))).toHaveLength(2);
});

test('unsubscribing: viewing changes nothing, one click does, and the next one in line gets it', async () => {
  const { app, owner } = world.service;
  await owner.query(`update trekkerschappen set planned_end_on = '2027-02-28', planned_end_reason = 'OTHER'`);
  await deliver('2026-12-01T11:00:00Z');
  const first = (await world.emails()).find(({ name }) => name.includes('-expected-end-'));
  expect(first!.header('to')).toBe('quirine@example.org');
  const url = first!.header('list-unsubscribe')!.replace(/^<https:\/\/okn\.example|>$/g, '');
  const page = await app.inject(url);
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page.body).toContain('<button>Ja, meld mij af<br>');
  expect(await world.count('mail_preferences')).toBe(0);
  const click = () =>
    app.inject({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    });
  expect((await click()).statusCode).toBe(200);
  expect((await click()).statusCode).toBe(200);
  await world.forgetEmails();
  await deliver('2027-01-29T11:00:00Z');
  const second = (await world.emails()).find(({ name }) => name.includes('-expected-end-'));
  expect(second!.header('to')).toBe('coordinator@example.org');
  // their account opts in again
  await world.service.ask('parent', SET, { input: { reminders: true } });
  await owner.query(`update trekkerschappen set planned_end_on = '2027-03-05'`);
  await world.forgetEmails();
  await deliver('2027-02-06T11:00:00Z');
  const third = (await world.emails()).find(({ name }) => name.includes('-expected-end-'));
  expect(third!.header('to')).toBe('quirine@example.org');
});

test('an email that waits for a recipient who unsubscribed goes to the next one in line', async () => {
  const { owner } = world.service;
  await owner.query(`update trekkerschappen set planned_end_on = '2027-02-28', planned_end_reason = 'OTHER'`);
  await deliver('2026-12-01T22:30:00Z');
  await owner.query(
    'insert into mail_preferences (id, person_id, reminders) values (gen_random_uuid(), $1, false)',
    [trekker],
  );
  await deliver('2026-12-02T07:30:00Z');
  const email = (await world.emails()).find(({ name }) => name.includes('-expected-end-'));
  expect(email!.header('to')).toBe('coordinator@example.org');
});

test('a link that is not ours tells nothing and changes nothing', async () => {
  const { app } = world.service;
  await end('2026-11-30');
  await deliver('2026-11-25T10:05:00Z');
  const [email] = await departures();
  const token = /token=([\w.-]+)/.exec(email!.header('list-unsubscribe')!)![1]!;
  const other = token.replace(/\.[0-9a-f-]{36}\./, `.${trekker}.`);
  const bad = [
    '',
    '?token=',
    '?token=x',
    `?token=${other}`,
    `?token=${token}x`,
    `?token=${token}&token=${token}`,
  ];
  const answers = await Promise.all(
    bad.flatMap((query) => [
      app.inject(`/mail/unsubscribe${query}`),
      app.inject({ method: 'POST', url: `/mail/unsubscribe${query}` }),
    ]),
  );
  expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
  expect(answers[0]!.statusCode).toBe(404);
  expect(answers[0]!.body).toContain('Deze link werkt niet');
  expect(await world.count('mail_preferences')).toBe(0);
});
