import { nodeId } from '../../kernel/node-id.js';
import { attemptOf } from '../../testing/access/mutations/mutation-world.js';
import { RegionScene } from '../../testing/region-scene.js';
import { NOW, startTestService } from '../../testing/test-service.js';
import { unchanged } from '../../testing/unchanged.js';
import { NETWORK_CONTACT_TEXT } from './network-contact-text.js';

const CONTACT = 'query($id: ID!) { person(id: $id) { displayName contact { email phone } } }';
const SAID = 'consent { purpose given scopes until textVersion language channel }';
const textVersion = NETWORK_CONTACT_TEXT.version;

let scene: RegionScene;
let network: string;
let member: string;
let personId: string;
let made = 0;
/** Whoever carries the network of the member, and whoever does not. */
const INSIDE = ['trekker', 'supporter'];
const OUTSIDE = ['other trekker', 'other supporter', 'fellow', 'secretary', 'neighbour', 'admin'];

beforeAll(async () => {
  scene = await RegionScene.begin(await startTestService());
  const { make, region } = scene;
  const carried = async (trekker: string, supporter: string) => {
    const person = await make.person(region);
    const id = await make.network(region, { activeFrom: '2026-01-01', ledBy: person });
    await make.account(trekker, { personId: person });
    const organisation = await make.organisation(region);
    await make.support(id, organisation);
    await make.account(supporter, { role: 'SUPPORTER', organisationId: organisation });
    return id;
  };
  network = await carried('trekker', 'supporter');
  await carried('other trekker', 'other supporter');
  const fellow = await make.person(region);
  await make.membership(network, fellow);
  await make.account('fellow', { personId: fellow });
  await make.account('secretary', { role: 'SECRETARY', regionId: region });
  await make.account('admin', { role: 'ADMIN' });
});
beforeEach(async () => {
  const person = await scene.make.person(scene.region, { given: 'Lid', family: `Nummer ${++made}` });
  await scene.service.owner.query('insert into person_contacts values ($1, $2)', [
    person,
    `lid${made}@example.org`,
  ]);
  member = `lid ${made}`;
  await scene.make.membership(network, person);
  await scene.make.account(member, { personId: person });
  personId = nodeId('Person', person);
});
afterEach(() => scene.service.travelTo(NOW));
afterAll(() => scene.service.close());

async function run(mutation: string, input: object, as: string) {
  const query = attemptOf(mutation).replace('errors {', `${SAID} errors {`);
  return (await scene.ask(query, { input: { personId, ...input } }, as)).done;
}
const give = (as: string, input: object = {}) => run('networkContactGive', { textVersion, ...input }, as);
const withdraw = (as: string, input: object = {}) => run('networkContactWithdraw', input, as);
const refused = async (work: () => Promise<{ errors: { code: string; path: string[] }[] }>) =>
  (await unchanged(scene.service.owner, work)).errors.map(({ code, path }) => `${code} ${path.join('.')}`);
/** Who of them sees how to reach the member. */
async function seenBy(...subjects: string[]): Promise<string[]> {
  const seen: string[] = [];
  for (const subject of subjects) {
    const { person } = await scene.ask(CONTACT, { id: personId }, subject);
    if (person?.contact) seen.push(subject);
  }
  return seen;
}

test('a member who said nothing is seen by name, and reached by the coordinator only', async () => {
  expect(await seenBy(...INSIDE, ...OUTSIDE, 'coordinator', member)).toEqual(['coordinator', member]);
  const { person } = await scene.ask(CONTACT, { id: personId }, 'trekker');
  expect(person).toEqual({ displayName: expect.stringContaining('Lid'), contact: null });
});

test('with a yes whoever carries the network reaches them, nobody else does, and they see who looked', async () => {
  const { consent } = await give(member);
  expect(consent).toEqual({
    purpose: 'CONTACT_BY_NETWORK',
    given: true,
    scopes: [],
    until: null,
    textVersion,
    language: 'NL',
    channel: 'ONLINE',
  });
  expect(await seenBy(...INSIDE, ...OUTSIDE)).toEqual(INSIDE);
  const { viewer } = await scene.ask(
    '{ viewer { person { accessLog { nodes { what why who } } } } }',
    {},
    member,
  );
  expect(viewer.person.accessLog.nodes.map(({ who }: { who: string }) => who).sort()).toEqual(
    [...INSIDE].sort(),
  );
  await withdraw(member);
  expect(await seenBy(...INSIDE)).toEqual([]);
});

test('a coordinator records what they heard, and nothing after the member took it back themselves', async () => {
  expect(await refused(() => give('coordinator'))).toEqual(['REQUIRED input.channel']);
  expect(await refused(() => give('coordinator', { channel: 'ONLINE' }))).toEqual([
    'OTHER_CHANNEL input.channel',
  ]);
  await give('coordinator', { channel: 'PHONE' });
  expect(await seenBy('trekker')).toEqual(['trekker']);
  await withdraw('coordinator', { channel: 'IN_PERSON' });
  expect(await seenBy('trekker')).toEqual([]);
  await give('coordinator', { channel: 'PAPER' });
  await withdraw(member);
  expect(await refused(() => give('coordinator', { channel: 'PAPER' }))).toEqual([
    'WIDER_THAN_GIVEN input.personId',
  ]);
  await give(member);
  expect(await seenBy('trekker')).toEqual(['trekker']);
});

test('it ends with the membership, and with the role of whoever looks', async () => {
  await give(member);
  const { owner } = scene.service;
  const uuid = Buffer.from(personId, 'base64url').toString().split(':')[1];
  await owner.query(`update memberships set period = '[2026-01-01,2026-11-26)' where person_id = $1`, [uuid]);
  expect(await seenBy(...INSIDE)).toEqual(INSIDE);
  scene.service.travelTo('2026-11-26T10:00:00Z');
  expect(await seenBy(...INSIDE)).toEqual([]);
});

test('whoever takes part in the network by agreement is not among those to whom they said it', async () => {
  await give(member);
  const { rows } = await scene.service.owner.query<{ id: string }>(
    `insert into region_agreements (id, oudernetwerk_id, home_region_id, region_id, asked_on, motivation, period,
       answer, answered_on)
     values (gen_random_uuid(), $1, $2, $3, '2026-11-01', 'Samen', '[2026-11-02,)', 'AGREED', '2026-11-02') returning id`,
    [network, scene.region, scene.elsewhere],
  );
  const { person } = await scene.ask(CONTACT, { id: personId }, 'neighbour');
  expect(person).toEqual({ displayName: expect.any(String), contact: null });
  await scene.service.owner.query('delete from region_agreements where id = $1', [rows[0]!.id]);
});

test('the same again leaves no trace', async () => {
  await give(member);
  expect(await refused(() => give(member))).toEqual([]);
  expect(await refused(() => give('coordinator', { channel: 'PAPER' }))).toEqual([]);
  await withdraw(member);
  expect(await refused(() => withdraw(member))).toEqual([]);
  expect(await refused(() => withdraw('coordinator', { channel: 'PHONE' }))).toEqual([]);
});

test('a no is kept where nothing was said, and nobody else makes it a yes', async () => {
  const { consent } = await withdraw(member);
  expect(consent).toMatchObject({ given: false, textVersion, channel: 'ONLINE' });
  expect(await refused(() => give('coordinator', { channel: 'PAPER' }))).toEqual([
    'WIDER_THAN_GIVEN input.personId',
  ]);
});

test('to other words there is no yes', async () => {
  expect(await refused(() => give(member, { textVersion: '2026-11' }))).toEqual([
    'OTHER_CONSENT_TEXT input.textVersion',
  ]);
});

test('the text is in the language of the viewer, and what they said is theirs and the coordinator’s', async () => {
  const { networkContactText } = await scene.ask(
    '{ networkContactText { version language text } }',
    {},
    member,
  );
  expect(networkContactText).toEqual({ version: textVersion, language: 'NL', text: NETWORK_CONTACT_TEXT.nl });
  await give(member);
  const query = 'query($id: ID!) { person(id: $id) { networkContact { given channel } } }';
  for (const [subject, said] of [
    [member, { given: true, channel: 'ONLINE' }],
    ['coordinator', { given: true, channel: 'ONLINE' }],
    ['trekker', null],
    ['admin', null],
  ] as const) {
    const { person } = await scene.ask(query, { id: personId }, subject);
    expect([subject, person.networkContact]).toEqual([subject, said]);
  }
});
