import { nodeId } from '../../kernel/node-id.js';
import { attemptOf } from '../../testing/access/mutations/mutation-world.js';
import { NOW, startTestService } from '../../testing/test-service.js';
import { unchanged } from '../../testing/unchanged.js';
import { NetworkScene } from './testing/network-scene.js';

const INSIDE = `query($id: ID!) { node(id: $id) { ... on Oudernetwerk { name
  members(first: 10) { totalCount } activities(first: 10) { totalCount }
  agreements(first: 10) { nodes { status } } } } }`;
const BY_ID = 'query($id: ID!) { node(id: $id) { __typename id } }';
const NOTHING = nodeId('Oudernetwerk', '00000000-0000-7000-8000-000000000000');

let scene: NetworkScene;

beforeAll(async () => {
  scene = await NetworkScene.begin(await startTestService());
  const { make } = scene;
  await make.account('second neighbour', { role: 'COORDINATOR', regionId: scene.elsewhere });
  await make.account('stranger', { role: 'COORDINATOR', regionId: await make.region('JZ14') });
});
afterEach(() => scene.service.travelTo(NOW));
afterAll(() => scene.service.close());

/** The public ids of an active network with a member, and of the question to the neighbours. */
async function asked(input: object = {}) {
  const network = await scene.make.network(scene.region, { activeFrom: '2026-01-01' });
  const member = await scene.make.person(scene.region, { given: 'Nora', family: 'Lid' });
  await scene.make.membership(network, member);
  const id = nodeId('Oudernetwerk', network);
  const regionId = nodeId('Region', scene.elsewhere);
  const { regionAgreement, errors } = await scene.run(
    'regionAgreementAsk',
    { subjectId: id, regionId, motivation: 'Ouders van beide kanten van de rivier', ...input },
    'regionAgreement { id }',
  );
  expect(errors).toEqual([]);
  return { id, member: nodeId('Person', member), agreement: regionAgreement.id as string };
}

async function agreed(input: object = {}) {
  const shared = await asked(input);
  const { errors } = await scene.run(
    'regionAgreementDecide',
    { id: shared.agreement, accept: true },
    '',
    'neighbour',
  );
  expect(errors).toEqual([]);
  return shared;
}

const seenBy = async (subject: string, id: string) => (await scene.ask(INSIDE, { id }, subject)).node;

test('whoever is asked sees which network it is, and nothing inside; others see nothing', async () => {
  const { id, member, agreement } = await asked();
  const subject = 'query($id: ID!) { node(id: $id) { ... on RegionAgreement { subject { id } } } }';
  const { node } = await scene.ask(subject, { id: agreement }, 'neighbour');
  expect(node.subject.id).toBe(id);
  expect(await seenBy('neighbour', id)).toMatchObject({
    name: expect.any(String),
    members: { totalCount: 0 },
    agreements: { nodes: [{ status: 'ASKED' }] },
  });
  expect((await scene.ask(BY_ID, { id: member }, 'neighbour')).node).toBeNull();
  const [hidden, none] = await Promise.all(
    [id, NOTHING].map((each) => scene.service.ask('stranger', BY_ID, { id: each })),
  );
  expect(hidden!.text).toBe(none!.text);
});

test('whoever agreed sees it from inside, and adds members, activities and support', async () => {
  const { id, member } = await agreed();
  const own = nodeId('Person', await scene.make.person(scene.elsewhere, { given: 'Els', family: 'Elders' }));
  const record = async (mutation: string, input: object, selection = '') => {
    const done = await scene.run(mutation, input, selection, 'second neighbour');
    expect(done.errors).toEqual([]);
    return done;
  };
  const { membership } = await record(
    'membershipStart',
    { oudernetwerkId: id, personId: own },
    'membership { id }',
  );
  await record('activityRecord', { oudernetwerkId: id, kind: 'CAFE', title: 'Koffie aan de overkant' });
  const organisationId = nodeId('Organisation', await scene.make.organisation(scene.elsewhere));
  const { support } = await record(
    'supportStart',
    { oudernetwerkId: id, organisationId, period: { from: '2026-11-01' } },
    'support { id }',
  );
  for (const subject of ['coordinator', 'neighbour'])
    expect(await seenBy(subject, id)).toMatchObject({
      members: { totalCount: 2 },
      activities: { totalCount: 1 },
    });
  const named = 'query($id: ID!) { node(id: $id) { ... on Person { displayName contact { email } } } }';
  expect((await scene.ask(named, { id: member }, 'neighbour')).node).toEqual({
    displayName: 'Nora Lid',
    contact: null,
  });
  expect((await scene.ask(named, { id: own })).node.displayName).toBe('Els Elders');
  await record('supportEnd', { id: support.id, on: '2026-12-31' });
  await record('membershipEnd', { id: membership.id });
});

test('each region repairs what it recorded; the network’s own region repairs everything', async () => {
  const { id } = await agreed();
  const start = async (subject: string) => {
    const lives = subject === 'coordinator' ? scene.region : scene.elsewhere;
    const personId = nodeId('Person', await scene.make.person(lives));
    const input = { oudernetwerkId: id, personId };
    const { membership, errors } = await scene.run('membershipStart', input, 'membership { id }', subject);
    expect(errors).toEqual([]);
    return membership.id as string;
  };
  const support = async (subject: string) => {
    const organisationId = nodeId('Organisation', await scene.make.organisation(scene.elsewhere));
    const input = { oudernetwerkId: id, organisationId, period: { from: '2026-11-01' } };
    const done = await scene.run('supportStart', input, 'support { id }', subject);
    expect(done.errors).toEqual([]);
    return done.support.id as string;
  };
  const reason = 'Vergissing';
  const undo = async (mutation: string, input: object, subject: string) => {
    const { data, errors } = await scene.service.ask(subject, attemptOf(mutation), {
      input: mutation.endsWith('End') ? input : { reason, ...input },
    });
    return errors?.[0].extensions.reason ?? Object.values(data as object)[0].errors;
  };
  const [ours, theirs] = [await start('coordinator'), await start('neighbour')];
  const [oursToo, theirsToo] = [await support('coordinator'), await support('neighbour')];
  for (const [mutation, input] of [
    ['membershipAnnul', { id: ours }],
    ['membershipCorrect', { id: ours, patch: { from: '2026-11-02' } }],
    ['supportAnnul', { id: oursToo }],
    ['supportEnd', { id: oursToo }],
    ['supportCorrect', { id: oursToo, patch: { hoursPerMonth: 3 } }],
  ] as const) {
    const refused = await unchanged(scene.service.owner, () => undo(mutation, input, 'neighbour'));
    expect([mutation, refused]).toEqual([mutation, 'FORBIDDEN']);
  }
  expect(await undo('supportAnnul', { id: theirsToo }, 'second neighbour')).toEqual([]);
  const patch = { from: '2026-11-02' };
  expect(await undo('membershipCorrect', { id: theirs, patch }, 'second neighbour')).toEqual([]);
  expect(await undo('membershipAnnul', { id: await start('neighbour') }, 'coordinator')).toEqual([]);
});

test.each<[string, (id: string, person: string) => object]>([
  ['oudernetwerkUpdate', (id) => ({ id, patch: { name: 'Van ons' } })],
  ['oudernetwerkEnd', (id) => ({ id, reason: 'Klaar' })],
  ['oudernetwerkPause', (id) => ({ id })],
  ['oudernetwerkContinue', (id) => ({ id })],
  ['oudernetwerkEndAnnul', (id) => ({ id, reason: 'Vergissing' })],
  ['oudernetwerkActivationAnnul', (id) => ({ id, reason: 'Vergissing' })],
  ['oudernetwerkMerge', (id) => ({ ids: [NOTHING], into: id, reason: 'Samen' })],
  ['oudernetwerkSplit', (id) => ({ id, new: { name: 'Deel' } })],
  ['trekkerschapStart', (id, personId) => ({ oudernetwerkId: id, personId })],
  ['successionOpen', (id) => ({ oudernetwerkId: id })],
  [
    'caretakershipStart',
    (id) => ({
      oudernetwerkId: id,
      organisationId: nodeId('Organisation', '00000000-0000-7000-8000-000000000000'),
      period: { from: '2026-12-01' },
    }),
  ],
])('its life stays with its own region: %s', async (mutation, inputOf) => {
  const { id } = await agreed();
  const person = nodeId('Person', await scene.make.person(scene.elsewhere));
  const input = inputOf(id, person);
  const { errors } = await unchanged(scene.service.owner, () =>
    scene.service.ask('neighbour', attemptOf(mutation), { input }),
  );
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('it counts once, in its own region', async () => {
  const { id } = await agreed();
  const count = `query($code: String!) { region(code: $code) { oudernetwerken(first: 100) { nodes { id } } } }`;
  const idsIn = async (code: string) =>
    (await scene.ask(count, { code }, 'neighbour')).region.oudernetwerken.nodes.map(
      (node: { id: string }) => node.id,
    );
  expect(await idsIn('JZ06')).toContain(id);
  expect(await idsIn('JZ22')).not.toContain(id);
});

test('the day after its end, the network is as if it did not exist there', async () => {
  const { id, agreement } = await agreed({ until: '2026-12-31' });
  scene.service.travelTo('2026-12-31T12:00:00Z');
  expect(await seenBy('neighbour', id)).toMatchObject({ members: { totalCount: 1 } });
  scene.service.travelTo('2027-01-01T12:00:00Z');
  const [hidden, none] = await Promise.all(
    [id, NOTHING].map((each) => scene.service.ask('neighbour', BY_ID, { id: each })),
  );
  expect(hidden!.text).toBe(none!.text);
  const status = 'query($id: ID!) { node(id: $id) { ... on RegionAgreement { status subject { id } } } }';
  expect((await scene.ask(status, { id: agreement }, 'neighbour')).node).toEqual({
    status: 'ENDED',
    subject: null,
  });
});

test('a network that has ended asks for nothing', async () => {
  const { id } = await agreed();
  expect((await scene.run('oudernetwerkEnd', { id, reason: 'Klaar' })).errors).toEqual([]);
  const input = { subjectId: id, regionId: nodeId('Region', scene.elsewhere), motivation: 'Toch' };
  expect(await scene.refused('regionAgreementAsk', input)).toEqual([['NETWORK_ENDED', 'input', 'subjectId']]);
});
