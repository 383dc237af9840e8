import { nodeId } from '../../../kernel/node-id.js';
import { Agenda } from '../../../testing/agenda.js';
import { ProfileMakers } from '../../../testing/makers/profile-makers.js';
import { SeatMakers } from '../../../testing/makers/seat-makers.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';
import type { WrittenEmail } from '../../../testing/mail/read-email.js';

const MONDAY = '2026-11-30T11:00:00Z';

let world: MailWorld;
let seats: SeatMakers;
let here: string;
let elsewhere: string;
let body: string;
let training: string;

beforeEach(async () => {
  world = await startMailWorld();
  const { make, service } = world;
  const { owner } = service;
  seats = new SeatMakers(owner);
  [here, elsewhere] = [await make.region('JZ06'), await make.region('JZ22')];
  const trekker = await make.person(here);
  await make.network(here, { name: 'Netwerk Noord', activeFrom: '2026-01-01', ledBy: trekker });
  body = await seats.body(here);
  await owner.query(`update advisory_bodies set name = 'Adviesraad Noord' where id = $1`, [body]);
  const seat = await seats.seat(body, '2026-11-01');
  await owner.query(`update advisory_seats set title = 'Zetel oud\r\nBcc: x' where id = $1`, [seat]);
  const profile = await new ProfileMakers(owner).profile(
    await make.person(here, { given: 'Quirine', family: 'Proefpersoon' }),
  );
  const { rows } = await owner.query<{ id: string }>(
    `insert into trainings (id, ervaringsdeskundige_id, title, issuer, completed_on, valid_until)
     values (gen_random_uuid(), $1, 'Basistraining', 'Demo', '2024-01-01', '2026-12-31') returning id`,
    [profile],
  );
  training = rows[0]!.id;
  await owner.query(`update ervaringsdeskundigen set pseudonym = 'Ervaringsdeskundige 7f3a9c'`);
  for (const [subject, role, regionId] of [
    ['coordinator', 'COORDINATOR', here],
    ['neighbour', 'COORDINATOR', elsewhere],
    ['secretary', 'SECRETARY', here],
    ['other secretary', 'SECRETARY', elsewhere],
    ['body secretary', 'SECRETARY', elsewhere],
  ] as const) {
    await make.account(subject, { role, regionId });
    await world.accountEmail(subject, `${subject.replace(' ', '.')}@example.org`);
  }
  await owner.query(
    `update account_roles set body_id = $1 where account_id = (select id from accounts where subject = 'body secretary')`,
    [body],
  );
});
afterEach(() => world.close());

async function digests(at = MONDAY): Promise<Map<string, WrittenEmail>> {
  await world.forgetEmails();
  world.service.travelTo(at);
  await world.service.tick();
  const emails = (await world.emails()).filter(({ name }) => name.includes('-digest-'));
  return new Map(emails.map((email) => [email.header('to')!.replace('@example.org', ''), email]));
}
const items = (email: WrittenEmail | undefined) =>
  [...(email?.body.matchAll(/^- (.*?):/gm) ?? [])].map(([, name]) => name);

test('everybody gets their own work: networks and records of a region, seats of a body; by name only what is no person', async () => {
  const emails = await digests();
  expect([...emails.keys()].sort()).toEqual(['body.secretary', 'coordinator', 'secretary']);
  const all = ['Netwerk Noord', 'Adviesraad Noord, Zetel oud Bcc', 'Ervaringsdeskundige 7f3a9c'];
  expect(items(emails.get('coordinator')).sort()).toEqual([...all].sort());
  expect(emails.get('coordinator')!.header('subject')).toBe('Uw werklijst van deze week: 3 punten');
  for (const secretary of ['secretary', 'body.secretary']) {
    expect([secretary, items(emails.get(secretary))]).toEqual([secretary, [all[1]]]);
    expect(emails.get(secretary)!.header('subject')).toBe('Uw werklijst van deze week: 1 punt');
    expect(emails.get(secretary)!.body).toContain('De zetel is vacant sinds 1 november 2026');
  }
  for (const { raw, body: text } of emails.values()) {
    expect(text).not.toContain('Quirine');
    // a line that was only wrapped is no header
    expect(raw.replaceAll(/=\r?\n/g, '')).not.toMatch(/^Bcc:/m);
  }
});

test('once a week; none if the work is done or snoozed', async () => {
  await digests();
  expect([...(await digests('2026-12-01T11:00:00Z')).keys()]).toEqual([]);
  const { owner } = world.service;
  await owner.query('update trainings set valid_until = null where id = $1', [training]);
  const { rows } = await owner.query<{ id: string }>('select id from advisory_seats');
  const input = {
    subjectId: nodeId('AdvisorySeat', rows[0]!.id),
    until: '2026-12-31',
    reason: 'Na de verkiezingen',
  };
  const { data } = await world.service.ask(
    'secretary',
    'mutation($input: WorkItemSnoozeInput!) { workItemSnooze(input: $input) { errors { code } } }',
    { input },
  );
  expect(data.workItemSnooze.errors).toEqual([]);
  const emails = await digests('2026-12-07T11:00:00Z');
  expect([...emails.keys()]).toEqual(['coordinator']);
  expect(items(emails.get('coordinator'))).toEqual(['Netwerk Noord']);
});

test('one that could not leave in its week makes way for the next', async () => {
  const inQuietHours = '2026-11-29T23:30:00Z';
  expect((await digests(inQuietHours)).size).toBe(0);
  expect((await digests('2026-12-07T11:00:00Z')).size).toBe(3);
  const madeOn = (await world.emails())
    .filter(({ name }) => name.includes('-digest-'))
    .map(({ name }) => name.slice(0, '2026-12-07'.length));
  expect(madeOn).toEqual(['2026-12-07', '2026-12-07', '2026-12-07']);
});

test('a former secretary gets none', async () => {
  await world.service.owner.query(
    `update account_roles set period = '[2020-01-01,2026-11-30)' where role = 'SECRETARY'`,
  );
  expect([...(await digests()).keys()]).toEqual(['coordinator']);
});

test('what another region asks is in the digest of the region that decides, by the body and the region', async () => {
  await seats.agreement(body, elsewhere, { answer: null, period: '[2026-12-01,)' });
  const emails = await digests();
  const name = 'Adviesraad Noord, Utrecht Stad';
  expect(items(emails.get('neighbour'))).toEqual([name]);
  expect(emails.get('neighbour')!.body).toContain('vraagt sinds 1 december 2025 om een afspraak');
  expect(items(emails.get('coordinator'))).not.toContain(name);
});

/** What corrects calendars outside the digest, after `digests`. */
async function corrections(): Promise<Map<string, WrittenEmail>> {
  const emails = (await world.emails()).filter(({ name }) => name.includes('-calendar-'));
  return new Map(emails.map((email) => [email.header('to')!.replace('@example.org', ''), email]));
}

test('days of a digest are right again with the next one; when there is none, by a mail of their own', async () => {
  const { owner } = world.service;
  const first = await digests();
  const seat = '2026-12-31 Adviesraad Noord\\, Zetel oud Bcc: x';
  const agendas = {
    coordinator: new Agenda().read(first.get('coordinator')!.body),
    secretary: new Agenda().read(first.get('secretary')!.body),
  };
  expect(agendas.coordinator.shown).toEqual([seat, '2026-12-31 Ervaringsdeskundige 7f3a9c']);
  expect(agendas.secretary.shown).toEqual([seat]);
  await owner.query(`update trainings set valid_until = '2027-01-15' where id = $1`, [training]);
  const { rows } = await owner.query<{ id: string }>('select id from advisory_seats');
  await seats.appointment(rows[0]!.id, await world.make.person(here), '[2026-12-01,)');
  expect((await digests('2026-12-02T11:00:00Z')).size).toBe(0);
  expect((await corrections()).size).toBe(0);

  const second = await digests('2026-12-07T11:00:00Z');
  const corrected = await corrections();
  expect([[...second.keys()], [...corrected.keys()].sort()]).toEqual([
    ['coordinator'],
    ['body.secretary', 'secretary'],
  ]);
  const digest = second.get('coordinator')!;
  for (const method of ['PUBLISH', 'CANCEL']) expect(digest.raw).toContain(`method=${method}`);
  expect(agendas.coordinator.read(digest.body).shown).toEqual([
    '2026-12-31 off',
    '2027-01-15 Ervaringsdeskundige 7f3a9c',
  ]);
  expect(agendas.secretary.read(corrected.get('secretary')!.body).shown).toEqual(['2026-12-31 off']);
  await digests('2026-12-14T11:00:00Z');
  expect((await corrections()).size).toBe(0);
});

test('a digest without a day has one of its own, which moves from week to week', async () => {
  await world.service.owner.query('delete from trainings');
  await world.service.owner.query('update advisory_seats set abolished_on = opened_on + 1');
  const email = (await digests()).get('coordinator')!;
  expect(items(email)).toEqual(['Netwerk Noord']);
  const agenda = new Agenda().read(email.body);
  expect(agenda.shown).toEqual(['2026-11-30 Uw werklijst van deze week: 1 punt']);
  expect((await corrections()).size).toBe(0);
  const next = (await digests('2026-12-07T11:00:00Z')).get('coordinator')!;
  expect(agenda.read(next.body).shown).toEqual(['2026-12-07 Uw werklijst van deze week: 1 punt']);
});
