import { nodeId } from '../../../kernel/node-id.js';
import { Agenda } from '../../../testing/agenda.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';
import { DepartureScene } from '../../departures/testing/departure-scene.js';

let world: MailWorld;
let scene: DepartureScene;
let number = 0;

beforeAll(async () => {
  world = await startMailWorld();
  scene = await DepartureScene.begin(world.service);
  await world.accountEmail('coordinator', 'coordinator@example.org');
});
afterAll(() => world.close());
beforeEach(() => world.service.travelTo('2026-11-25T10:00:00Z'));

const reason = 'Verkeerde ouder';
async function done(mutation: string, input: object): Promise<void> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code path } } }`;
  expect((await scene.ask(query, { input })).done.errors).toEqual([]);
}
async function person(given: string): Promise<{ id: string; address: string }> {
  const id = await scene.make.person(scene.region, { given });
  const address = `${given.toLowerCase()}${++number}@example.org`;
  await world.email(id, address);
  return { id, address };
}
/** What reaches an address on a day. */
async function mailTo(address: string, day: string) {
  world.service.travelTo(`${day}T10:00:00Z`);
  await world.forgetEmails();
  await world.service.tick();
  return (await world.emails()).filter(
    ({ header, name }) => header('to') === address && !/digest/.test(name),
  );
}
const subjects = (emails: Awaited<ReturnType<typeof mailTo>>) =>
  emails.map(({ header }) => header('subject'));

/** A network with a member by mistake. */
async function wrongMember() {
  const [wrong, right] = [await person('Wim'), await person('Roos')];
  const network = await scene.make.network(scene.region, {
    name: 'Netwerk Noord',
    activeFrom: '2026-01-01',
    ledBy: await scene.make.person(scene.region),
  });
  const membership = nodeId('Membership', await scene.make.membership(network, wrong.id));
  return { wrong, right, network, membership, oudernetwerkId: nodeId('Oudernetwerk', network) };
}
const TOLD = 'Toch niet: u hoort niet bij dit oudernetwerk';

test.each([
  ['annulled', () => ({ reason })],
  ['of somebody else', (right: string) => ({ reason, patch: { personId: nodeId('Person', right) } })],
])('a membership that is %s: who was asked hears so once, and nobody else', async (how, said) => {
  const { wrong, right, membership: id, oudernetwerkId } = await wrongMember();
  await done('networkContactAsk', { oudernetwerkId });
  expect(subjects(await mailTo(wrong.address, '2026-11-26'))).toEqual(['Mag uw netwerk u mailen en bellen?']);
  await done(how === 'annulled' ? 'membershipAnnul' : 'membershipCorrect', { id, ...said(right.id) });
  const told = await mailTo(wrong.address, '2026-11-27');
  expect(subjects(told)).toEqual([TOLD]);
  expect(told[0]!.body).toContain(
    'Op 26 november 2026 schreven wij u alsof u meedoet aan Netwerk Noord. Dat was een vergissing van ons.',
  );
  expect(subjects(await mailTo(wrong.address, '2026-11-28'))).toEqual([]);
  expect(subjects(await mailTo(right.address, '2026-11-28'))).toEqual([]);
});

test('who was told nothing hears nothing; who takes part all the same neither', async () => {
  const silent = await wrongMember();
  await done('membershipAnnul', { id: silent.membership, reason });
  expect(await mailTo(silent.wrong.address, '2026-11-26')).toEqual([]);
  world.service.travelTo('2026-11-25T10:00:00Z');
  const { wrong, network, membership, oudernetwerkId } = await wrongMember();
  await done('networkContactAsk', { oudernetwerkId });
  await mailTo(wrong.address, '2026-11-26');
  await done('membershipAnnul', { id: membership, reason });
  await scene.make.membership(network, wrong.id);
  expect(await mailTo(wrong.address, '2026-11-27')).toEqual([]);
});

test('what the network plans is out of their calendar again', async () => {
  const { wrong, membership: id, oudernetwerkId } = await wrongMember();
  await scene.make.networkContact(wrong.id);
  await done('activityPlan', { oudernetwerkId, kind: 'MEETING', title: 'Ouderavond', on: '2026-12-10' });
  const agenda = new Agenda();
  const [planned] = await mailTo(wrong.address, '2026-11-26');
  expect(agenda.read(planned!.body).shown).toEqual(['2026-12-10 Netwerk Noord: Ouderavond']);
  await done('membershipAnnul', { id, reason });
  const told = await mailTo(wrong.address, '2026-11-27');
  expect(subjects(told)).toEqual([TOLD]);
  expect(agenda.read(told[0]!.body).shown).toEqual(['2026-12-10 off']);
});

test.each(['DECEASED', 'STOPS_EVERYTHING'])(
  'whoever heard that an invitation comes to nothing by a departure, %s, hears that it stands again, once',
  async (kind) => {
    const { personId } = await scene.involved();
    await mailTo('coordinator@example.org', '2026-11-25');
    await scene.depart(personId, { kind });
    const closed = subjects(await mailTo('coordinator@example.org', '2026-11-26'));
    expect(closed.filter((subject) => /uw uitnodiging is gesloten/.test(subject!))).toHaveLength(1);
    await scene.takeBack(personId);
    const again = subjects(await mailTo('coordinator@example.org', '2026-11-27'));
    expect(again.filter((subject) => /uw uitnodiging geldt weer/.test(subject!))).toHaveLength(1);
    const after = subjects(await mailTo('coordinator@example.org', '2026-11-28'));
    expect(after.filter((subject) => /uitnodiging/.test(subject!))).toEqual([]);
  },
);
