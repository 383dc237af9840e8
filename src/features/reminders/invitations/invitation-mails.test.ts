import { nodeId } from '../../../kernel/node-id.js';
import { Agenda } from '../../../testing/agenda.js';
import {
  type InvitationWorld,
  type Scene,
  startInvitationWorld,
} from '../../advisory/testing/invitations.js';

let world: InvitationWorld;
let scene: Scene;
beforeEach(async () => {
  world = await startInvitationWorld();
  scene = await world.scene({ email: 'quirine@example.org' });
});
afterEach(() => world.close());

const NEXT = '2026-11-25T10:05:00Z';
const emails = async (kind = '') =>
  (await world.emails()).filter(({ name }) => /-invitation/.test(name) && name.includes(`-${kind}`));
/** The emails that are there now, and no more. */
async function only(at = NEXT) {
  await world.at(at);
  const found = await emails();
  await world.forgetEmails();
  return found;
}
const sql = (text: string, ...values: unknown[]) => world.service.owner.query(text, values);
const name = async () => {
  const { rows } = await sql('select name from advisory_bodies where id = $1', scene.body);
  return rows[0].name as string;
};

test('the parent gets the invitation, through their network, with what to expect, a day and a link', async () => {
  const network = await world.make.network(world.region, { name: 'Netwerk Noord' });
  await world.make.membership(network, scene.parent);
  const message = 'Wij praten over vervoer.\n\n<b>Komt u erbij?</b>';
  await world.invited(scene, { message, expiresOn: '2026-12-01' });
  const [email, ...others] = await only();
  expect(others).toEqual([]);
  const body = await name();
  expect(email!.header('to')).toBe('quirine@example.org');
  expect(email!.header('subject')).toBe(`${body}: wilt u meedenken?`);
  expect(email!.body).toContain(`Via Netwerk Noord krijgt u een uitnodiging van de ${body}.`);
  expect(email!.body).toContain('Wij praten over vervoer.');
  expect(email!.body).toContain('<p>&#60;b&#62;Komt u erbij?&#60;/b&#62;</p>');
  expect(email!.body).toContain('U kunt antwoorden tot en met 1 december 2026.');
  expect(email!.body).toContain('DTSTART;VALUE=DATE:20261201');
  expect(email!.body).toMatch(/https:\/\/okn\.example\/seats\/answer\?token=[\w.-]{80}/);
  // nothing to unsubscribe from: it is an invitation to them
  expect(email!.header('list-unsubscribe')).toBeNull();
  expect(email!.body).not.toContain('unsubscribe');
  expect(email!.body).not.toMatch(/%\w+%/);
  // no address and no name waits in the outbox
  const { rows } = await sql(`select * from mails where kind like 'INVITATION%'`);
  expect(JSON.stringify(rows)).not.toMatch(/Quirine|quirine|vervoer|token/);
});

test('in English to its readers; opting out of reminders does not stop invitations', async () => {
  await sql(`update people set language = 'en' where id = $1`, scene.parent);
  await sql(
    'insert into mail_preferences (id, person_id, reminders) values (gen_random_uuid(), $1, false)',
    scene.parent,
  );
  await world.invited(scene);
  const [email] = await only();
  expect(email!.header('subject')).toBe(`${await name()}: would you like to contribute?`);
  expect(email!.header('content-language')).toBe('en');
});

test('in quiet hours an invitation waits; and is not sent any more if it is closed by then', async () => {
  world.service.travelTo('2026-11-25T21:30:00Z');
  await world.invited(scene);
  const other = await world.scene({ email: 'ander@example.org' });
  const taken = await world.invited(other);
  expect(await only('2026-11-25T22:00:00Z')).toEqual([]);
  await world.withdraw('secretary', taken);
  // nor that it is closed: nobody heard of the invitation
  const sent = await only('2026-11-26T07:00:00Z');
  expect(sent.map(({ header }) => header('to'))).toEqual(['quirine@example.org']);
});

test('the sender hears of an acceptance, without a name, and where to find it', async () => {
  const id = await world.invited(scene);
  await only();
  await world.answer(scene.subject, id);
  const [email, ...others] = await only('2026-11-25T11:00:00Z');
  expect(others).toEqual([]);
  expect(email!.header('to')).toBe('secretary@example.org');
  expect(email!.header('subject')).toBe(`${await name()}: ja op uw uitnodiging`);
  expect(email!.body).toContain('U ziet nu de naam');
  expect(email!.raw + email!.body).not.toMatch(/Quirine|quirine|BEGIN:VCALENDAR|seats\/answer/);
});

test('of a no, with its kind but not the parent’s own words; and of no answer at all, once', async () => {
  const id = await world.invited(scene);
  const silent = await world.scene({ email: 'stil@example.org' });
  await world.invited(silent, { expiresOn: '2026-12-01' });
  await only();
  await world.answer(scene.subject, id, {
    accept: false,
    declineKind: 'TOO_FAR',
    declineReason: 'Rijd niet',
  });
  const [no] = await only('2026-11-25T11:00:00Z');
  expect([no!.header('to'), no!.header('subject')]).toEqual([
    'secretary@example.org',
    `${await name()}: nee op uw uitnodiging`,
  ]);
  expect(no!.body).toContain('De reden: Het is te ver weg.');
  expect(no!.body).not.toContain('Rijd niet');
  const [none, ...others] = await only('2026-12-02T10:00:00Z');
  expect(others).toEqual([]);
  expect(none!.header('to')).toBe('secretary@example.org');
  expect(none!.body).toContain('Op uw uitnodiging van 25 november 2026 voor de zetel');
  expect(none!.body).toContain('Antwoorden kon tot en met 1 december 2026.');
  expect(await only('2026-12-03T10:00:00Z')).toEqual([]);
});

test('a withdrawal: by the parent to the sender, by the sender to the parent', async () => {
  const id = await world.accepted(scene);
  await only();
  await world.withdraw(scene.subject, id);
  const [back] = await only('2026-11-25T11:00:00Z');
  expect([back!.header('to'), back!.header('subject')]).toEqual([
    'secretary@example.org',
    `${await name()}: toch nee op uw uitnodiging`,
  ]);
  scene = await world.scene({ email: 'ander@example.org' });
  const other = await world.accepted(scene);
  await only('2026-11-25T12:00:00Z');
  await world.withdraw('secretary', other);
  const [closed, ...rest] = await only('2026-11-25T13:00:00Z');
  expect(rest).toEqual([]);
  expect(closed!.header('to')).toBe('ander@example.org');
  expect(closed!.body).toContain('De secretaris ziet uw naam en contactgegevens niet meer.');
  expect(closed!.body).not.toContain('seats/answer');
});

test('the day to answer is cancelled with the news that it is closed, and stands after an answer', async () => {
  const id = await world.invited(scene, { expiresOn: '2026-12-09' });
  const agenda = new Agenda().read((await only())[0]!.body);
  expect(agenda.shown).toEqual([
    `2026-12-09 ${await name()}: de laatste dag om op de uitnodiging te antwoorden`,
  ]);
  await world.withdraw('secretary', id);
  await world.at('2026-11-25T11:00:00Z');
  const [closed, ...others] = await world.emails();
  expect([closed!.name.includes('-invitation-closed-'), others]).toEqual([true, []]);
  expect(closed!.raw).toContain('Content-Type: text/calendar; charset=utf-8; method=CANCEL');
  expect(agenda.read(closed!.body).shown).toEqual(['2026-12-09 off']);

  scene = await world.scene({ email: 'ander@example.org' });
  const other = await world.invited(scene, { expiresOn: '2026-12-09' });
  const theirs = new Agenda().read((await only('2026-11-25T12:00:00Z'))[0]!.body);
  const calendars = async () =>
    (await world.emails()).filter(({ header }) => header('to') === 'ander@example.org');
  await world.answer(scene.subject, other);
  await world.forgetEmails();
  await world.at('2026-11-25T13:00:00Z');
  expect(await calendars()).toEqual([]);
  await world.withdraw(scene.subject, other);
  await world.at('2026-11-25T14:00:00Z');
  const [off] = await calendars();
  expect(theirs.read(off!.body).shown).toEqual(['2026-12-09 off']);
});

test('a parent without an address: their coordinator hears that an invitation waits, and gets no link', async () => {
  scene = await world.scene({ home: world.elsewhere, consent: 'COUNTRY' });
  const id = await world.invited(scene);
  const [email, ...others] = await only();
  expect(others).toEqual([]);
  expect(email!.header('to')).toBe('neighbour@example.org');
  expect(email!.header('subject')).toMatch(/: er wacht een uitnodiging op een ouder uit uw regio$/);
  expect(email!.body).toMatch(/Quirine Proefpersoon is door .+ uitgenodigd voor de zetel/);
  expect(email!.raw + email!.body).not.toMatch(/seats\/answer|token=/);
  await world.withdraw('secretary', id);
  const [closed] = await only('2026-11-25T11:00:00Z');
  expect([closed!.header('to'), closed!.header('subject')]).toEqual([
    'neighbour@example.org',
    expect.stringMatching(/: de uitnodiging aan een ouder uit uw regio is gesloten$/),
  ]);
});

test('as soon as an address is recorded the invitation goes there; once', async () => {
  scene = await world.scene();
  await world.invited(scene);
  expect((await only())[0]!.header('to')).toBe('coordinator@example.org');
  const UPDATE = `mutation ($input: PersonUpdateInput!) { personUpdate(input: $input) { errors { code } } }`;
  const update = (patch: object) =>
    world.service.ask('coordinator', UPDATE, { input: { id: nodeId('Person', scene.parent), patch } });
  await update({ contact: { email: 'nieuw@example.org' } });
  const [email, ...others] = await only('2026-11-25T11:00:00Z');
  expect(others).toEqual([]);
  expect(email!.header('to')).toBe('nieuw@example.org');
  expect(email!.body).toContain('/seats/answer?token=');
  await update({ language: 'en' });
  expect(await only('2026-11-25T12:00:00Z')).toEqual([]);
});

test('without any other recipient an organisation’s mailbox is used, without a name; else the email waits', async () => {
  scene = await world.scene({ home: world.elsewhere, consent: 'COUNTRY' });
  await world.accountEmail('neighbour', '');
  await sql(`update accounts set email_norm = null where subject = 'neighbour'`);
  await world.invited(scene);
  expect(await only()).toEqual([]);
  const { rows } = await sql(
    `select recipient_type, last_error, attempts from mails where kind = 'INVITATION'`,
  );
  expect(rows).toEqual([{ recipient_type: 'PERSON', last_error: 'NOBODY', attempts: 1 }]);
  const organisation = await world.make.organisation(world.elsewhere);
  await sql(`update organisations set email = 'post@example.org' where id = $1`, organisation);
  await sql(
    'update regions set coordinating_organisation_id = $1 where id = $2',
    organisation,
    world.elsewhere,
  );
  const [email] = [...(await only('2026-11-25T10:11:00Z')), ...(await only('2026-11-25T10:30:00Z'))];
  expect(email!.header('to')).toBe('post@example.org');
  expect(email!.raw + email!.body).not.toMatch(/Quirine|token=/);
});

test('the sender is no longer a secretary: another one hears, else the coordinator', async () => {
  const id = await world.invited(scene);
  const other = await world.scene({ email: 'ander@example.org' });
  const second = await world.invited(other);
  await only();
  await world.accountEmail('colleague', 'colleague@example.org');
  const leave = (subject: string) =>
    sql(
      `update account_roles set period = '[2020-01-01,2026-11-25)'
       where account_id = (select id from accounts where subject = $1)`,
      subject,
    );
  await leave('secretary');
  await world.answer(scene.subject, id);
  expect((await only('2026-11-25T11:00:00Z')).map(({ header }) => header('to'))).toEqual([
    'colleague@example.org',
  ]);
  await leave('colleague');
  await world.answer(other.subject, second);
  expect((await only('2026-11-25T12:00:00Z')).map(({ header }) => header('to'))).toEqual([
    'coordinator@example.org',
  ]);
});

test.each([
  ['seatAppoint', 'is iemand anders benoemd'],
  ['advisorySeatAbolish', 'verdwijnt'],
])('after %s an invited parent hears that they need not answer', async (mutation, said) => {
  const yes = await world.scene({ email: 'ja@example.org' });
  await world.accepted({ ...yes, seat: scene.seat });
  await world.invited(scene);
  await only();
  const seatId = nodeId('AdvisorySeat', scene.seat);
  const personId = nodeId('Person', await world.make.person(world.region));
  const input = mutation === 'seatAppoint' ? { seatId, personId } : { id: seatId, on: '2026-12-31' };
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { errors { code } } }`;
  const { data } = await world.service.ask('coordinator', query, { input });
  expect(data.done.errors).toEqual([]);
  const told = await only('2026-11-25T11:00:00Z');
  expect(told.map(({ header }) => header('to'))).toEqual(['ja@example.org', 'quirine@example.org']);
  for (const { body } of told) expect(body).toContain(said);
  // whoever never said yes is not thanked for it
  expect(told.map(({ body }) => body.includes('Fijn dat u mee wilde denken'))).toEqual([true, false]);
  expect(told[0]!.body).toContain('ziet uw naam en contactgegevens niet meer');
  expect(told[1]!.body).toContain('Uw naam is niet gedeeld');
});
