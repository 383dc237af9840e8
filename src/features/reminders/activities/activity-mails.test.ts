import { nodeId } from '../../../kernel/node-id.js';
import { Agenda } from '../../../testing/agenda.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';

let world: MailWorld;
let region: string;
let network: string;
let people: Record<'trekker' | 'member' | 'silent', string>;

beforeEach(async () => {
  world = await startMailWorld();
  const { make } = world;
  region = await make.region('JZ06');
  const person = async (given: string) => {
    const id = await make.person(region, { given, family: 'Proefpersoon' });
    await world.email(id, `${given.toLowerCase()}@example.org`);
    return id;
  };
  people = { trekker: await person('Trekker'), member: await person('Lid'), silent: await person('Stil') };
  network = await make.network(region, {
    name: 'Netwerk Noord',
    activeFrom: '2026-01-01',
    ledBy: people.trekker,
  });
  for (const who of ['member', 'silent'] as const) await make.membership(network, people[who]);
  await make.networkContact(people.member);
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('trekker', { personId: people.trekker });
});
afterEach(() => world.close());

async function run(mutation: string, input: object, as = 'coordinator'): Promise<string> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { ids errors { code } } }`;
  const { data, errors } = await world.service.ask(as, query, { input });
  expect([errors, data?.done.errors]).toEqual([undefined, []]);
  return data.done.ids.find((id: string) => Buffer.from(id, 'base64url').toString().startsWith('Activity:'));
}
const plan = (about: object = {}, as?: string) =>
  run(
    'activityPlan',
    {
      oudernetwerkId: nodeId('Oudernetwerk', network),
      kind: 'MEETING',
      title: 'Ouderavond',
      on: '2026-12-10',
      startTime: '19:30',
      place: 'De Brug',
      ...about,
    },
    as,
  );
async function mailed(at = '2026-11-25T11:00:00Z') {
  world.service.travelTo(at);
  await world.service.tick();
  const emails = (await world.emails()).filter(({ name }) => /-(activity|calendar)-/.test(name));
  await world.forgetEmails();
  return emails;
}
const told = (emails: Awaited<ReturnType<typeof mailed>>) =>
  emails.map(({ header }) => `${header('to')!.replace('@example.org', '')}: ${header('subject')}`).sort();

test('trekkers, and members who said yes to being reached, hear what is planned, with the day', async () => {
  await plan();
  const emails = await mailed();
  expect(told(emails)).toEqual([
    'lid: Ouderavond, 10 december 2026',
    'trekker: Ouderavond, 10 december 2026',
  ]);
  const [email] = emails;
  expect(email!.body).toContain(
    'Netwerk Noord heeft een bijeenkomst gepland: Ouderavond, op 10 december 2026 om 19:30 uur (De Brug).',
  );
  expect(new Agenda().read(email!.body).shown).toEqual(['2026-12-10 Netwerk Noord: Ouderavond']);
  expect(email!.body).toMatch(/^DTSTART:20261210T183000Z\r?$/m);
  expect(email!.body).toMatch(/^LOCATION:De Brug\r?$/m);
  expect(await mailed('2026-11-26T11:00:00Z')).toEqual([]);
});

test('whoever planned it and whoever supports the network hear it too, each once', async () => {
  const organisation = await world.make.organisation(region);
  await world.make.support(network, organisation, '[2026-01-01,)');
  await world.make.account('supporter', { role: 'SUPPORTER', organisationId: organisation });
  for (const who of ['coordinator', 'supporter', 'trekker'])
    await world.accountEmail(who, `${who}@example.org`);
  const id = await plan();
  const all = ['coordinator', 'lid', 'supporter', 'trekker'];
  expect(told(await mailed())).toEqual(all.map((who) => `${who}: Ouderavond, 10 december 2026`));
  await run('activityCorrect', { id, patch: { on: '2026-12-17' } });
  expect(told(await mailed('2026-11-26T11:00:00Z'))).toEqual(
    all.map((who) => `${who}: Een dag in uw agenda verandert`),
  );
});

test('a trekker who plans gets the day as well; and a call or a visit is told to nobody', async () => {
  await plan({}, 'trekker');
  expect(told(await mailed())).toEqual([
    'lid: Ouderavond, 10 december 2026',
    'trekker: Ouderavond, 10 december 2026',
  ]);
  await plan({ kind: 'CONTACT', title: 'Belafspraak' });
  expect(await mailed('2026-11-25T12:00:00Z')).toEqual([]);
});

test('a day that moves moves in their calendars, and is cancelled when it is off', async () => {
  const id = await plan();
  const agenda = new Agenda();
  agenda.read((await mailed())[0]!.body);
  await run('activityCorrect', { id, patch: { on: '2026-12-17' } });
  const moved = await mailed('2026-11-26T11:00:00Z');
  expect(told(moved)).toEqual([
    'lid: Een dag in uw agenda verandert',
    'trekker: Een dag in uw agenda verandert',
  ]);
  expect(moved[0]!.body).toMatch(/^SEQUENCE:1\r?$/m);
  expect(agenda.read(moved[0]!.body).shown).toEqual(['2026-12-17 Netwerk Noord: Ouderavond']);
  await run('activityRemove', { id });
  const off = await mailed('2026-11-27T11:00:00Z');
  expect(told(off)).toEqual(['lid: Een dag in uw agenda vervalt', 'trekker: Een dag in uw agenda vervalt']);
  expect(off[0]!.body).toContain('- “Netwerk Noord: Ouderavond” op 17 december 2026 vervalt.');
  expect(agenda.read(off[0]!.body).shown).toEqual(['2026-12-17 off']);
});

test.each([
  [{ startTime: '20:00' }, 'begint nu om 20:00 uur.', /^DTSTART:20261210T190000Z\r?$/m],
  [{ place: 'Het Huis' }, 'is nu op een andere plek: Het Huis.', /^LOCATION:Het Huis\r?$/m],
])('only %j: who has it gets the same event with a higher number, once', async (patch, news, line) => {
  const id = await plan();
  const [before] = await mailed();
  await run('activityCorrect', { id, patch });
  const emails = await mailed('2026-11-26T11:00:00Z');
  expect(told(emails)).toEqual([
    'lid: Een dag in uw agenda verandert',
    'trekker: Een dag in uw agenda verandert',
  ]);
  const { body } = emails[0]!;
  expect(body).toContain(`- “Netwerk Noord: Ouderavond” op 10 december 2026 ${news}`);
  expect(/^UID:.*$/m.exec(body)![0]).toBe(/^UID:.*$/m.exec(before!.body)![0]);
  expect(body).toMatch(/^SEQUENCE:1\r?$/m);
  expect(body).toMatch(line);
  expect(await mailed('2026-11-27T11:00:00Z')).toEqual([]);
});

test('what begins at another time before it was mailed is mailed as it is, and no more', async () => {
  world.service.travelTo('2026-11-25T22:00:00Z');
  const id = await plan();
  await run('activityCorrect', { id, patch: { startTime: null, place: null } });
  expect(told(await mailed('2026-11-26T11:00:00Z'))).toHaveLength(2);
  expect(await mailed('2026-11-26T12:00:00Z')).toEqual([]);
});

test('what is off, over, or not for them any more before it leaves is not mailed', async () => {
  world.service.travelTo('2026-11-25T22:00:00Z');
  const off = await plan({ title: 'Vervalt' });
  await plan({ title: 'Gaat door' });
  await run('activityRemove', { id: off });
  await world.service.owner.query(
    `update memberships set period = '[2026-01-01,2026-11-26)' where person_id = $1`,
    [people.member],
  );
  expect(told(await mailed('2026-11-26T11:00:00Z'))).toEqual(['trekker: Gaat door, 10 december 2026']);
});
