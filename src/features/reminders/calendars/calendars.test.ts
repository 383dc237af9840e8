import { Agenda } from '../../../testing/agenda.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';
import { unchanged } from '../../../testing/unchanged.js';
import { nodeId } from '../../../kernel/node-id.js';

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
  await make.trekkerschap(network, await make.person(region), '[2026-01-01,)');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await world.accountEmail('coordinator', 'coordinator@example.org');
  await world.email(trekker, 'quirine@example.org');
  const { rows } = await sql('select id from trekkerschappen where person_id = $1', trekker);
  trekkerschap = rows[0].id;
});
afterEach(() => world.close());

const sql = (text: string, ...values: unknown[]) => world.service.owner.query(text, values);
async function run(mutation: string, input: object, as = 'coordinator'): Promise<void> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { errors { code } } }`;
  const { data, errors } = await world.service.ask(as, query, {
    input: { id: nodeId('Trekkerschap', trekkerschap), ...input },
  });
  expect([errors, data?.done.errors]).toEqual([undefined, []]);
}
const plan = (on: string | null) =>
  run('trekkerschapPlanEnd', { plannedEnd: on === null ? null : { on, reason: 'OTHER' } });
const end = (on: string) => run('trekkerschapEnd', { on, reason: 'PERSONAL' });
/** Does what is done every hour, and reads what came by then; but no digest. */
async function mailed(at: string) {
  world.service.travelTo(at.includes('T') ? at : `${at}T11:00:00Z`);
  const reports = await world.service.tick();
  expect(reports.filter(({ counts }) => counts === null)).toEqual([]);
  const emails = (await world.emails()).filter(({ name }) => !name.includes('-digest-'));
  await world.forgetEmails();
  return emails;
}
const told = (emails: Awaited<ReturnType<typeof mailed>>) =>
  emails.map(({ header }) => `${header('to')!.replace('@example.org', '')}: ${header('subject')}`);
const refuseReminders = (column: string, id: string, digest = true) =>
  sql(
    `insert into mail_preferences (id, ${column}, reminders, digest) values (gen_random_uuid(), $1, false, $2)`,
    id,
    digest,
  );
const copies = async () =>
  (await sql('select day::text, is_off from calendar_copies where recipient_id = $1', trekker)).rows;

/** The trekker was told of a planned end on 28 February; the planned day is in their calendar. */
async function toldOfFebruary(): Promise<Agenda> {
  await plan('2027-02-28');
  const agenda = new Agenda();
  for (const email of await mailed('2026-12-01')) agenda.read(email.body);
  expect(agenda.shown).toEqual(['2027-02-28 Netwerk Noord: naar verwachting uw laatste dag als trekker']);
  return agenda;
}

test('an end that moves beyond the ladder moves in the calendar of whoever was told, once', async () => {
  const agenda = await toldOfFebruary();
  await plan('2028-06-30');
  const [email, ...others] = await mailed('2026-12-02');
  expect(told([email!, ...others])).toEqual(['quirine: Een dag in uw agenda verandert']);
  expect(email!.raw).toContain('Content-Type: text/calendar; charset=utf-8; method=PUBLISH');
  expect(email!.raw).not.toContain('method=CANCEL');
  expect(email!.body).toContain(
    '- “Netwerk Noord: naar verwachting uw laatste dag als trekker” is nu op 30 juni 2028, niet meer op 28 februari 2027.',
  );
  expect(email!.header('list-unsubscribe')).toBeNull();
  expect(agenda.read(email!.body).shown).toEqual([
    '2028-06-30 Netwerk Noord: naar verwachting uw laatste dag als trekker',
  ]);
  expect(email!.body).toMatch(/^SEQUENCE:1\r?$/m);
  expect(email!.body).toContain(`UID:trekkerschap-end-${trekkerschap}@oudernetwerken`);
  await unchanged(world.service.owner, async () => {
    expect(await mailed('2026-12-03')).toEqual([]);
  });
});

test('an end that is withdrawn is cancelled, and is there again with a higher number when it is planned again', async () => {
  const agenda = await toldOfFebruary();
  await plan(null);
  const [email, ...others] = await mailed('2026-12-02');
  expect(told([email!, ...others])).toEqual(['quirine: Een dag in uw agenda vervalt']);
  expect(email!.raw).toContain('Content-Type: text/calendar; charset=utf-8; method=CANCEL');
  expect(email!.raw).not.toContain('method=PUBLISH');
  expect(email!.body).toContain('METHOD:CANCEL');
  expect(email!.body).toContain(
    '- “Netwerk Noord: naar verwachting uw laatste dag als trekker” op 28 februari 2027 vervalt.',
  );
  expect(agenda.read(email!.body).shown).toEqual(['2027-02-28 off']);
  expect(await mailed('2026-12-03')).toEqual([]);
  // said before for this day, so no reminder says it again
  await plan('2027-02-28');
  const [again, ...more] = await mailed('2026-12-04');
  expect(told([again!, ...more])).toEqual(['quirine: Een dag in uw agenda verandert']);
  expect(again!.body).toContain('laatste dag als trekker” is toch wel op 28 februari 2027.');
  expect(agenda.read(again!.body).shown).toEqual([
    '2027-02-28 Netwerk Noord: naar verwachting uw laatste dag als trekker',
  ]);
  expect(again!.body).toMatch(/^SEQUENCE:2\r?$/m);
});

test('a reminder of the new day moves the old one, and nothing else is mailed', async () => {
  const agenda = await toldOfFebruary();
  await plan('2027-03-31');
  const emails = await mailed('2027-01-04');
  expect(told(emails)).toEqual(['quirine: Hoe lang wilt u nog trekker zijn?']);
  expect(agenda.read(emails[0]!.body).shown).toEqual([
    '2027-03-31 Netwerk Noord: naar verwachting uw laatste dag als trekker',
  ]);
});

test('several changes before delivery are one; one that is taken back is none', async () => {
  const agenda = await toldOfFebruary();
  await plan('2028-06-30');
  expect(await mailed('2026-12-02T22:00:00Z')).toEqual([]);
  await plan('2028-07-31');
  expect(await mailed('2026-12-02T22:30:00Z')).toEqual([]);
  const [email, ...others] = await mailed('2026-12-03T07:00:00Z');
  expect(others).toEqual([]);
  expect(agenda.read(email!.body).shown[0]).toMatch(/^2028-07-31/);
  expect(email!.body).toMatch(/^SEQUENCE:1\r?$/m);
  await plan(null);
  expect(await mailed('2026-12-03T22:00:00Z')).toEqual([]);
  await plan('2028-07-31');
  expect(await mailed('2026-12-04T07:00:00Z')).toEqual([]);
  // and is not lost for later changes
  await plan('2028-08-31');
  const [later] = await mailed('2026-12-05');
  expect(agenda.read(later!.body).shown[0]).toMatch(/^2028-08-31/);
});

test('a departure and the expectation before it are one event; taken back, it is off for whoever was told alone', async () => {
  await end('2027-05-31');
  const agenda = new Agenda();
  const departure = await mailed('2026-11-25T11:00:00Z');
  expect(told(departure)).toEqual([
    'coordinator: Een trekker stopt, laatste dag 31 mei 2027',
    'quirine: Uw laatste dag als trekker komt eraan',
  ]);
  agenda.read(departure[0]!.body);
  expect(agenda.shown).toEqual(['2027-05-31 Netwerk Noord: de laatste dag van een trekker']);
  await end('2027-06-30');
  const moved = await mailed('2026-11-26');
  expect(moved.map(({ header }) => header('to'))).toEqual(['coordinator@example.org', 'quirine@example.org']);
  expect(agenda.read(moved[0]!.body).shown).toEqual([
    '2027-06-30 Netwerk Noord: de laatste dag van een trekker',
  ]);
  await sql('delete from person_contacts');
  await run('trekkerschapContinue', {});
  const off = await mailed('2026-11-27');
  expect(told(off)).toEqual(['coordinator: Toch niet: een trekker die zou stoppen']);
  expect(agenda.read(off[0]!.body).shown).toEqual(['2027-06-30 off']);
});

test('a departure that is taken back before anybody heard of it tells nobody; recorded again, it is told', async () => {
  world.service.travelTo('2026-11-25T21:30:00Z');
  await end('2027-09-30');
  await run('trekkerschapContinue', {});
  expect(await mailed('2026-11-26T08:00:00Z')).toEqual([]);
  await end('2027-09-30');
  expect(told(await mailed('2026-11-26T09:00:00Z'))[0]).toBe(
    'coordinator: Een trekker stopt, laatste dag 30 september 2027',
  );
});

test('an end in the past takes back the day that was expected', async () => {
  const agenda = await toldOfFebruary();
  await end('2026-11-30');
  const emails = await mailed('2026-12-02');
  expect(told(emails)).toEqual(['quirine: Een dag in uw agenda vervalt']);
  expect(agenda.read(emails[0]!.body).shown).toEqual(['2027-02-28 off']);
});

test('whoever may not know it any more reads that a day is off, and nothing about what it was', async () => {
  await end('2027-05-31');
  const agenda = new Agenda().read((await mailed('2026-11-25T11:00:00Z'))[0]!.body);
  await sql(`update account_roles set period = '[2020-01-01,2026-11-26)'`);
  await world.make.account('successor', { role: 'COORDINATOR', regionId: region });
  world.service.travelTo('2026-11-26T11:00:00Z');
  await run('trekkerschapEnd', { on: '2027-06-30', reason: 'PERSONAL' }, 'successor');
  const [email] = (await mailed('2026-11-26')).filter(({ header }) => /coordinator/.test(header('to')!));
  expect(email!.header('subject')).toBe('Een dag in uw agenda vervalt');
  expect(email!.raw + email!.body).not.toMatch(/Noord|Quirine|juni|202706(?!01)|trekker\b/);
  expect(agenda.read(email!.body).shown).toEqual(['2027-05-31 off']);
});

test('whoever wants no reminders hears once that a day is off, and no more; in English to readers of English', async () => {
  const agenda = await toldOfFebruary();
  await refuseReminders('person_id', trekker);
  await sql(`update people set language = 'en' where id = $1`, trekker);
  await plan('2028-06-30');
  const [email] = (await mailed('2026-12-02')).filter(({ header }) => /quirine/.test(header('to')!));
  expect(email!.header('subject')).toBe('A day in your calendar is cancelled');
  expect(email!.body).toContain(
    '- “Netwerk Noord: expected to be your last day as a trekker” on 28 February 2027 is cancelled.',
  );
  expect(agenda.read(email!.body).shown).toEqual(['2027-02-28 off']);
  await plan('2028-07-31');
  expect(await mailed('2026-12-03')).toEqual([]);
});

test('an account that wants no mail at all gets none, and neither does whoever has no address any more', async () => {
  await end('2027-05-31');
  await mailed('2026-11-25T11:00:00Z');
  const { rows } = await sql(`select id from accounts where subject = 'coordinator'`);
  await refuseReminders('account_id', rows[0].id, false);
  await sql('delete from person_contacts');
  await run('trekkerschapContinue', {});
  expect(await mailed('2026-11-26')).toEqual([]);
  expect((await sql(`select from mails where kind = 'CALENDAR'`)).rows).toEqual([]);
});

test('support that goes on after all is off for whoever was told that it ends', async () => {
  const organisation = await world.make.organisation(region);
  await world.make.support(network, organisation, '[2026-01-01,2027-03-01)');
  const agenda = new Agenda().read((await mailed('2026-12-01'))[0]!.body);
  expect(agenda.shown).toEqual(['2027-02-28 Netwerk Noord: de laatste dag van de ondersteuning']);
  await world.make.support(network, await world.make.organisation(region), '[2027-03-01,)');
  const emails = await mailed('2026-12-02');
  expect(told(emails)).toEqual(['coordinator: Een dag in uw agenda vervalt']);
  expect(agenda.read(emails[0]!.body).shown).toEqual(['2027-02-28 off']);
});

test('what could not be sent was not handed out; and two machines correct a calendar once', async () => {
  await toldOfFebruary();
  await plan('2028-06-30');
  await world.email(trekker, 'x@example.org\r\nBcc: iedereen@example.org');
  const before = await copies();
  expect(await mailed('2026-12-02')).toEqual([]);
  expect(await copies()).toEqual(before);
  await world.email(trekker, 'quirine@example.org');
  world.service.travelTo('2026-12-03T11:00:00Z');
  await Promise.all([world.service.tick(), world.service.tick()]);
  const emails = await mailed('2026-12-03T12:00:00Z');
  expect(told(emails)).toEqual(['quirine: Een dag in uw agenda verandert']);
  expect(emails[0]!.body).toMatch(/^SEQUENCE:1\r?$/m);
});

test('it is forgotten when its day has passed; that it is off after 90 days; whatever of a reader who is gone', async () => {
  await toldOfFebruary();
  expect(await copies()).toEqual([{ day: '2027-02-28', is_off: false }]);
  await plan(null);
  await mailed('2026-12-02');
  await mailed('2027-03-02');
  expect(await copies()).toEqual([{ day: '2027-02-28', is_off: true }]);
  await mailed('2027-03-03T12:00:00Z');
  expect(await copies()).toEqual([]);
  await plan('2027-03-20');
  await mailed('2027-03-05');
  expect(await copies()).toHaveLength(1);
  await mailed('2027-03-20');
  expect(await copies()).toHaveLength(1);
  await mailed('2027-03-21');
  expect(await copies()).toEqual([]);
  await plan('2027-04-30');
  await mailed('2027-03-22');
  const gone = '01900000-0000-7000-8000-00000000000f';
  await sql(`update calendar_copies set recipient_id = $1 where recipient_id = $2`, gone, trekker);
  await mailed('2027-03-23');
  expect((await sql('select from calendar_copies where recipient_id = $1', gone)).rows).toEqual([]);
});

test('nobody is named in what is remembered', async () => {
  await toldOfFebruary();
  const { rows } = await sql(
    'select c.*, e.* from calendar_copies c join calendar_events e using (what, subject_id)',
  );
  expect(rows).not.toEqual([]);
  expect(JSON.stringify(rows)).not.toMatch(/quirine|example\.org|Noord/i);
});
