import { Agenda } from '../../testing/agenda.js';
import type { WrittenEmail } from '../../testing/mail/read-email.js';
import { type MailWorld, startMailWorld } from '../../testing/mail/mail-world.js';

let world: MailWorld;
let region: string;
let network: string;
let trekker: string;
let trekkerschap: string;

beforeEach(async () => {
  world = await startMailWorld();
  region = await world.make.region('JZ06');
  trekker = await world.make.person(region, { given: 'Quirine', family: 'Proefpersoon' });
  network = await world.make.network(region, {
    name: 'Netwerk Noord',
    activeFrom: '2026-01-01',
    ledBy: trekker,
  });
  await world.make.activity(network, '2026-11-01');
  await world.make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  const { rows } = await world.service.owner.query<{ id: string }>('select id from trekkerschappen');
  trekkerschap = rows[0]!.id;
});
afterEach(() => world.close());

/** The trekker plans to stop; noon is never quiet. */
async function plan(on: string): Promise<void> {
  await world.service.owner.query(
    `update trekkerschappen set planned_end_on = $1, planned_end_reason = 'OTHER' where id = $2`,
    [on, trekkerschap],
  );
}
async function noon(day: string): Promise<void> {
  world.service.travelTo(`${day}T11:00:00Z`);
  const reports = await world.service.tick();
  expect(reports.filter(({ counts }) => counts === null)).toEqual([]);
}
/** What is measured of mail, since the service was started. */
async function counted() {
  const { body } = await world.service.app.inject('/metrics');
  const of = (name: string) =>
    Number(
      body
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.split(' ')[1] ?? 0,
    );
  return { undelivered: of('reminders_undelivered_total'), sent: of('mails_total{outcome="SENT"}') };
}
/** To whom something was said, and the first paragraph. */
async function said(): Promise<[string | null, string | null][]> {
  const emails = (await world.emails()).filter(({ name }) => !/-(digest|calendar)-/.test(name));
  await world.forgetEmails();
  const said = ({ body }: WrittenEmail) =>
    /^(?:Beste|Goedendag).*,\r?\n\r?\n(.*?)\r?$/m.exec(body)?.[1] ?? null;
  return emails.map((email) => [email.header('to'), said(email)]);
}
async function steps(): Promise<string[]> {
  const { rows } = await world.service.owner.query<{ on: string; step: number }>(
    `select due_on::text as on, step from reminders where kind = 'EXPECTED_END' order by made_at, step`,
  );
  return rows.map(({ on, step }) => `${on} ${step}`);
}

test('each step of the ladder once, however often the job runs', async () => {
  await world.email(trekker, 'quirine@example.org');
  await plan('2027-11-30');
  await noon('2026-11-29');
  expect(await said()).toEqual([]);
  await noon('2026-11-30');
  await noon('2026-11-30');
  await noon('2026-12-01');
  expect(await said()).toEqual([
    [
      'quirine@example.org',
      'U bent trekker van Netwerk Noord. Volgens onze gegevens is 30 november 2027 uw laatste dag.',
    ],
  ]);
  for (const day of ['2027-05-29', '2027-05-30', '2027-08-30', '2027-10-30', '2027-11-30']) await noon(day);
  expect(await steps()).toEqual(['2027-11-30 12', '2027-11-30 6', '2027-11-30 3', '2027-11-30 1']);
  expect(await said()).toHaveLength(3);
});

test('after a week away it is said at once; after five months only the step that is reached', async () => {
  await world.email(trekker, 'quirine@example.org');
  await plan('2027-11-30');
  await noon('2026-12-07');
  expect(await steps()).toEqual(['2027-11-30 12']);
  await noon('2027-09-10');
  expect(await steps()).toEqual(['2027-11-30 12', '2027-11-30 3']);
});

test('a date that moves arms the ladder again, and the calendar moves along', async () => {
  await world.email(trekker, 'quirine@example.org');
  await plan('2027-02-28');
  await noon('2026-12-01');
  const [first] = await world.emails();
  await world.forgetEmails();
  await plan('2027-03-31');
  await noon('2027-01-04');
  const second = (await world.emails()).find(({ header }) => header('to') === 'quirine@example.org');
  expect(await steps()).toEqual(['2027-02-28 3', '2027-03-31 3']);
  const uid = (text: string) => /^UID:(.*)$/m.exec(text)?.[1];
  expect(uid(first!.body)).toBe(uid(second!.body));
  expect(uid(first!.body)).toContain(trekkerschap);
  expect(first!.body).toMatch(/^SEQUENCE:0\r?$/m);
  expect(second!.body).toMatch(/^SEQUENCE:1\r?$/m);
  expect(first!.body).toContain('DTSTART;VALUE=DATE:20270228');
  expect(second!.body).toContain('DTSTART;VALUE=DATE:20270331');
});

test('after a downtime in which the day passed, it is reported in the past tense', async () => {
  await world.email(trekker, 'quirine@example.org');
  await plan('2027-02-28');
  await noon('2027-03-08');
  expect(await said()).toEqual([
    [
      'quirine@example.org',
      'U bent trekker van Netwerk Noord. Volgens onze gegevens was 28 februari 2027 uw laatste dag.',
    ],
  ]);
});

test('two machines at the same moment say it once', async () => {
  await world.email(trekker, 'quirine@example.org');
  for (let made = 0; made < 8; made++) {
    const person = await world.make.person(region);
    await world.email(person, `ouder${made}@example.org`);
    await world.make.network(region, { activeFrom: '2026-01-01', ledBy: person });
  }
  await world.service.owner.query(
    `update trekkerschappen set planned_end_on = '2027-02-28', planned_end_reason = 'OTHER'`,
  );
  world.service.travelTo('2026-12-08T11:00:00Z');
  await Promise.all([world.service.tick(), world.service.tick(), world.service.tick()]);
  await noon('2026-12-08');
  expect(await world.count('reminders')).toBe(9);
  expect(await said()).toHaveLength(9);
});

test('recipients: themselves, the supporter, the coordinator, the coordinating organisation, and else it is counted', async () => {
  const { owner } = world.service;
  const supporter = await world.make.organisation(region);
  await world.make.support(network, supporter);
  await world.make.account('supporter', { role: 'SUPPORTER', organisationId: supporter });
  await owner.query(
    `update organisations set email = 'bureau@example.org'
     where id = (select coordinating_organisation_id from regions where code = 'NL')`,
  );
  await owner.query(`update regions set coordinating_organisation_id = null where code = 'JZ06'`);
  await world.accountEmail('coordinator', 'coordinator@example.org');
  await world.accountEmail('supporter', 'steun@example.org');
  await world.email(trekker, 'quirine@example.org');
  const before = await counted();
  const nextDate = async (on: string) => {
    await plan(on);
    await noon('2026-12-08');
    return said();
  };
  const others = (on: string) =>
    `Quirine Proefpersoon stopt naar verwachting op ${on} als trekker van Netwerk Noord.`;
  expect(await nextDate('2027-02-01')).toEqual([
    [
      'quirine@example.org',
      'U bent trekker van Netwerk Noord. Volgens onze gegevens is 1 februari 2027 uw laatste dag.',
    ],
  ]);
  await owner.query('delete from person_contacts');
  expect(await nextDate('2027-02-02')).toEqual([['steun@example.org', others('2 februari 2027')]]);
  await owner.query(`update account_roles set period = '[2020-01-01,2026-12-01)' where role = 'SUPPORTER'`);
  expect(await nextDate('2027-02-03')).toEqual([['coordinator@example.org', others('3 februari 2027')]]);
  await owner.query(
    `insert into mail_preferences (id, account_id, reminders) select gen_random_uuid(), id, false from accounts where subject = 'coordinator'`,
  );
  await plan('2027-02-04');
  await noon('2026-12-08');
  const [email] = await world.emails();
  expect(email!.header('to')).toBe('bureau@example.org');
  // their mailbox is read by people we do not know
  expect(email!.body).not.toContain('Quirine');
  await world.forgetEmails();
  await owner.query('update organisations set email = null');
  expect(await nextDate('2027-02-05')).toEqual([]);
  const { rows } = await owner.query(`select told, mail_id from reminders where due_on = '2027-02-05'`);
  expect(rows).toEqual([{ told: null, mail_id: null }]);
  // two of them heard that the day before was off
  const mailed = { undelivered: before.undelivered + 1, sent: before.sent + 7 };
  expect(await counted()).toEqual(mailed);

  // as soon as there is a recipient, they receive it, once
  await world.email(trekker, 'quirine@example.org');
  await noon('2026-12-09');
  await noon('2026-12-10');
  expect(await said()).toEqual([
    [
      'quirine@example.org',
      'U bent trekker van Netwerk Noord. Volgens onze gegevens is 5 februari 2027 uw laatste dag.',
    ],
  ]);
  expect(await counted()).toEqual({ ...mailed, sent: mailed.sent + 1 });
});

test('support that ends, an overdue handover (once, however many items) and an unconfirmed tie', async () => {
  await world.accountEmail('coordinator', 'coordinator@example.org');
  const { owner } = world.service;
  await world.make.support(network, await world.make.organisation(region), '[2026-01-01,2027-03-01)');
  await world.make.schoolTie(trekker, '2025-12-01');
  await owner.query(
    `insert into succession_plans (id, oudernetwerk_id, region_id, trekkerschap_id, status, opened_on, opened_because)
     values ('01900000-0000-7000-8000-000000000001', $1, $2, $3, 'HANDING_OVER', '2026-11-01', 'BY_HAND')`,
    [network, region, trekkerschap],
  );
  await owner.query(
    `insert into handover_items (id, plan_id, oudernetwerk_id, region_id, position, key, label_nl, label_en, mandatory, due_on)
     select gen_random_uuid(), '01900000-0000-7000-8000-000000000001', $1, $2, n, 'ITEM_' || n, 'Punt', 'Item', true, '2026-12-01'
     from generate_series(1, 3) n`,
    [network, region],
  );
  await noon('2026-12-01');
  expect((await said()).map(([, subject]) => subject).sort()).toEqual([
    'Op 28 februari 2027 stopt de laatste afspraak over ondersteuning van Netwerk Noord.',
  ]);
  await noon('2026-12-02');
  await noon('2026-12-03');
  const agenda = new Agenda();
  for (const { body } of await world.emails()) agenda.read(body);
  expect(agenda.shown).toEqual([
    '2026-12-01 Netwerk Noord: de overdracht loopt achter',
    '2026-12-01 Netwerk Noord: gegevens van een trekker nagaan',
  ]);
  expect((await said()).map(([, subject]) => subject).sort()).toEqual([
    '3 punten van de overdracht bij Netwerk Noord zijn over tijd. Het eerste had op 1 december 2026 klaar moeten zijn.',
    'Een trekker van Netwerk Noord heeft de eigen schoolgegevens al een tijd niet bevestigd.',
  ]);
  await owner.query(`update school_ties set confirmed_on = '2026-12-05'`);
  await noon('2027-12-06');
  expect((await said()).map(([, subject]) => subject)).toContain(
    'Een trekker van Netwerk Noord heeft de eigen schoolgegevens al een tijd niet bevestigd.',
  );
});

test('nobody else sees the outbox, and it holds no address and no name', async () => {
  await world.email(trekker, 'quirine@example.org');
  await plan('2027-02-28');
  await noon('2026-12-01');
  const { rows } = await world.service.owner.query('select * from mails, reminders');
  expect(rows).not.toEqual([]);
  expect(JSON.stringify(rows)).not.toMatch(/quirine|example\.org|Noord/i);
});
