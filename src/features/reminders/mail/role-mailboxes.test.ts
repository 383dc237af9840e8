import { nodeId } from '../../../kernel/node-id.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';
import { unchanged } from '../../../testing/unchanged.js';

const REGION = `mutation ($input: RegionUpdateInput!) { regionUpdate(input: $input) {
  errors { code path } region { mailbox pendingMailbox phone } } }`;
const NETWORK = `mutation ($input: OudernetwerkUpdateInput!) { oudernetwerkUpdate(input: $input) {
  errors { code path } oudernetwerk { mailbox pendingMailbox } } }`;

let world: MailWorld;
let region: string;
let network: string;

beforeEach(async () => {
  world = await startMailWorld();
  const { make, service } = world;
  region = await make.region('JZ06');
  const trekker = await make.person(region, { given: 'Quirine', family: 'Proefpersoon' });
  network = await make.network(region, { name: 'Netwerk Noord', activeFrom: '2026-01-01', ledBy: trekker });
  await make.account('neighbour', { role: 'COORDINATOR', regionId: await make.region('JZ22') });
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('parent', { personId: trekker });
  await world.email(trekker, 'quirine@example.org');
  await service.owner.query(
    `update trekkerschappen set planned_end_on = '2027-02-28', planned_end_reason = 'OTHER'`,
  );
});
afterEach(() => world.close());

const ofRegion = async (input: object, subject = 'coordinator') =>
  (await world.service.ask(subject, REGION, { input: { id: nodeId('Region', region), ...input } })).data
    .regionUpdate;
const ofNetwork = async (patch: object, subject = 'coordinator') =>
  (await world.service.ask(subject, NETWORK, { input: { id: nodeId('Oudernetwerk', network), patch } })).data
    .oudernetwerkUpdate;

/** Where the answer to the reminder of a trekker goes. */
async function repliesTo(): Promise<string | null> {
  world.service.travelTo('2026-12-01T11:00:00Z');
  await world.service.tick();
  const email = (await world.emails()).find(({ header }) => header('to') === 'quirine@example.org');
  return email!.header('reply-to');
}

test('without a role mailbox answers go to the service itself, never to a person', async () => {
  await world.accountEmail('coordinator', 'coordinator@example.org');
  expect(await repliesTo()).toBeNull();
});

test('answers go to the region', async () => {
  expect(await ofRegion({ mailbox: 'ouders@noord.example', phone: '072 123 45 67' })).toEqual({
    errors: [],
    region: { mailbox: 'ouders@noord.example', pendingMailbox: null, phone: '+31721234567' },
  });
  expect(await repliesTo()).toBe('ouders@noord.example');
});

test('answers go to the network before the region, and to the region above where there is no nearer one', async () => {
  await world.service.owner.query(`update regions set mailbox = 'land@example.org' where code = 'NL'`);
  await ofRegion({ mailbox: 'ouders@noord.example' });
  expect(await ofNetwork({ mailbox: 'netwerk@noord.example' })).toEqual({
    errors: [],
    oudernetwerk: { mailbox: 'netwerk@noord.example', pendingMailbox: null },
  });
  expect(await repliesTo()).toBe('netwerk@noord.example');
});

test('a region without a mailbox answers at the one above', async () => {
  await world.service.owner.query(`update regions set mailbox = 'land@example.org' where code = 'NL'`);
  expect(await repliesTo()).toBe('land@example.org');
});

test('a letter says who answers for the data of its reader, and where to ask; to a stranger it tells nothing of them', async () => {
  await world.service.owner.query(
    `with swv as (
       insert into organisations (id, kind, official_name, name_status, domains, region_id, email, phone)
       values (gen_random_uuid(), 'STICHTING', 'SWV Noord', 'OFFICIAL', '{ONDERWIJS}', $1, 'privacy@noord.example', '+31721234567')
       returning id)
     update people set responsible_organisation_id = swv.id from swv where region_id = $1`,
    [region],
  );
  await world.service.ask(
    'parent',
    `mutation ($id: ID!) { personUpdate(input: { id: $id, patch: { contact: { email: "elders@example.org" } } }) { errors { code } } }`,
    {
      id: nodeId(
        'Person',
        (await world.service.owner.query('select person_id from accounts where subject = $1', ['parent']))
          .rows[0].person_id,
      ),
    },
  );
  world.service.travelTo('2026-12-01T11:00:00Z');
  await world.service.tick();
  const said = async (to: string) =>
    (await world.emails())
      .filter(({ header }) => header('to') === to)
      .map(({ body }) => /^.*verantwoordelijk.*$/m.exec(body)?.[0]);
  expect(await said('quirine@example.org')).toContain(
    'Voor uw gegevens is SWV Noord verantwoordelijk. Daar kunt u terecht als u ze wilt zien, verbeteren of laten verwijderen: privacy@noord.example, telefoon 072 123 4567.',
  );
  expect(await said('elders@example.org')).toEqual([
    expect.stringContaining('is Landelijk steunpunt oudernetwerken'),
  ]);
});

test('a mailbox that a mail server refused takes no answers', async () => {
  await ofRegion({ mailbox: 'ouders@noord.example' });
  await ofNetwork({ mailbox: 'netwerk@noord.example' });
  await world.service.owner.query(
    `select mark_undeliverable('netwerk@noord.example', 'X', '2026-11-30T10:00:00Z')`,
  );
  expect(await repliesTo()).toBe('ouders@noord.example');
});

test.each([
  ['the region', ofRegion, 'region'],
  ['a network', (patch: { mailbox: string }) => ofNetwork(patch), 'oudernetwerk'],
] as const)(
  'another mailbox of %s counts once its reader followed the link',
  async (_whose, save, answer) => {
    await save({ mailbox: 'oud@noord.example' });
    const { errors, [answer]: after } = await save({ mailbox: 'nieuw@noord.example' });
    expect([errors, after]).toMatchObject([
      [],
      { mailbox: 'oud@noord.example', pendingMailbox: 'nieuw@noord.example' },
    ]);
    world.service.travelTo('2026-11-25T12:00:00Z');
    await world.service.tick();
    const emails = await world.emails();
    expect(emails.map(({ header }) => header('to'))).toEqual(
      expect.arrayContaining(['nieuw@noord.example', 'oud@noord.example']),
    );
    const proof = emails.find(({ header }) => header('to') === 'nieuw@noord.example')!;
    const url = /https:\/\/okn\.example(\/mail\/address\?token=[\w.-]+)/.exec(proof.body)![1]!;
    expect((await world.service.app.inject({ method: 'POST', url })).statusCode).toBe(200);
    const { rows } = await world.service.owner.query(
      'select mailbox from regions where mailbox is not null union select mailbox from oudernetwerken',
    );
    expect(rows).toContainEqual({ mailbox: 'nieuw@noord.example' });
  },
);

test.each([
  ['x@example.org\r\nBcc: y@example.org', 'NOT_ONE_LINE'],
  ['geen adres', 'BAD_EMAIL'],
])('%j is no mailbox', async (mailbox, code) => {
  const at = (...path: string[]) => [{ code, path: ['input', ...path, 'mailbox'] }];
  const refused = () => unchanged(world.service.owner, () => ofRegion({ mailbox }));
  expect((await refused()).errors).toEqual(at());
  expect((await unchanged(world.service.owner, () => ofNetwork({ mailbox }))).errors).toEqual(at('patch'));
});

test('what waits is shown to those who may change it', async () => {
  await ofNetwork({ mailbox: 'oud@noord.example' });
  await ofNetwork({ mailbox: 'nieuw@noord.example' });
  const asked = `{ oudernetwerk(id: "${nodeId('Oudernetwerk', network)}") { mailbox pendingMailbox } }`;
  const { data } = await world.service.ask('parent', asked);
  expect(data.oudernetwerk).toEqual({ mailbox: 'oud@noord.example', pendingMailbox: null });
});

test('only those whose it is change it', async () => {
  const refusal = (subject: string, mutation: string, input: object) =>
    unchanged(world.service.owner, async () => {
      const { errors } = await world.service.ask(subject, mutation, { input });
      return errors[0].extensions.code;
    });
  const mailbox = 'mij@example.org';
  const id = nodeId('Oudernetwerk', network);
  expect(await refusal('parent', NETWORK, { id, patch: { mailbox } })).toBe('FORBIDDEN');
  expect(await refusal('neighbour', REGION, { id: nodeId('Region', region), mailbox })).toBe('FORBIDDEN');
});
