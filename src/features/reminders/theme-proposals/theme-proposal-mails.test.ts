import { nodeId } from '../../../kernel/node-id.js';
import { attemptOf } from '../../../testing/access/mutations/mutation-world.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';
import { NOW } from '../../../testing/test-service.js';

let world: MailWorld;
let region: string;

beforeAll(async () => {
  world = await startMailWorld();
  const { make } = world;
  region = await make.region('JZ06');
  for (const name of ['coordinator', 'colleague']) {
    await make.account(name, { role: 'COORDINATOR', regionId: region });
    await world.accountEmail(name, `${name}@example.org`);
  }
  await make.account('neighbour', { role: 'COORDINATOR', regionId: await make.region('JZ22') });
  for (const name of ['admin', 'office']) {
    await make.account(name, { role: 'ADMIN' });
    await world.accountEmail(name, `${name}@example.org`);
  }
});
afterAll(() => world.close());
beforeEach(() => world.service.travelTo(NOW));
afterEach(() => world.forgetEmails());

async function run(mutation: string, input: object, as: string): Promise<string> {
  const query = attemptOf(mutation).replace('errors {', 'themeProposal { id } errors {');
  const { data, errors } = await world.service.ask(as, query, { input });
  expect([errors, data?.done.errors]).toEqual([undefined, []]);
  return data.done.themeProposal.id;
}
const propose = (label: string) =>
  run(
    'themePropose',
    { regionId: nodeId('Region', region), label, motivation: `Wie mist ${label}?` },
    'coordinator',
  );
const decide = (id: string, input: object) => run('themeDecide', { id, ...input }, 'admin');

async function mailed(at = '2026-11-25T10:05:00Z') {
  world.service.travelTo(at);
  await world.service.tick();
  const emails = (await world.emails()).filter(({ name }) => name.includes('-theme-proposal-'));
  return emails.map(({ header, body }) => ({
    told: `${header('to')!.split('@')[0]}: ${header('subject')}`,
    body,
  }));
}

test('the national office hears of a proposal, and whoever proposed it that it was adopted', async () => {
  const id = await propose('Wonen');
  const asked = await mailed();
  expect(asked.map(({ told }) => told)).toEqual([
    'admin: Een regio stelt een thema voor: Wonen',
    'office: Een regio stelt een thema voor: Wonen',
  ]);
  expect(asked[0]!.body).toContain(
    'De regio Alkmaar (Noord-Kennemerland) mist het thema “Wonen” in de lijst',
  );
  expect(asked[0]!.body).toContain('Wie mist Wonen?');
  await world.forgetEmails();
  await decide(id, { adopt: { code: 'WONEN', labelNl: 'Wonen en buurt', labelEn: 'Housing' } });
  const [told, ...others] = await mailed('2026-11-25T10:10:00Z');
  expect([told!.told, others]).toEqual([
    'coordinator: Het thema dat uw regio voorstelde, staat in de lijst: Wonen en buurt',
    [],
  ]);
});

test('a decline is told with its reason, to whoever coordinates the region by then', async () => {
  const id = await propose('Voetbal');
  await world.service.owner.query(
    `update account_roles set period = '[2020-01-01,2026-11-26)'
     where account_id = (select id from accounts where subject = 'coordinator')`,
  );
  world.service.travelTo('2026-11-26T10:00:00Z');
  await mailed('2026-11-26T10:00:00Z');
  await world.forgetEmails();
  await decide(id, { reason: 'Dat is geen onderwerp van een oudernetwerk' });
  const [told, ...others] = await mailed('2026-11-26T10:05:00Z');
  expect([told!.told, others]).toEqual([
    'colleague: Het thema dat uw regio voorstelde, komt niet in de lijst: Voetbal',
    [],
  ]);
  expect(told!.body).toContain('Dat is geen onderwerp van een oudernetwerk');
  await world.service.owner.query(
    `update account_roles set period = '[2020-01-01,)'
     where account_id = (select id from accounts where subject = 'coordinator')`,
  );
});

test('what was decided before the mail leaves is not asked', async () => {
  world.service.travelTo('2026-11-25T22:00:00Z');
  await decide(await propose('Zwemmen'), { reason: 'Nee' });
  expect((await mailed('2026-11-26T10:00:00Z')).map(({ told }) => told)).toEqual([
    'coordinator: Het thema dat uw regio voorstelde, komt niet in de lijst: Zwemmen',
  ]);
});
