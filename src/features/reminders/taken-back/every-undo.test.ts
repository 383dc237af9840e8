import { nodeId } from '../../../kernel/node-id.js';
import { type MailWorld, startMailWorld } from '../../../testing/mail/mail-world.js';
import { MovingScene } from '../../moving/testing/moving-scene.js';

let world: MailWorld;
let scene: MovingScene;
let number = 0;
/** the parent concerned, their address, and a network of theirs */
let personId: string;
let address: string;
let network: string;

beforeAll(async () => {
  world = await startMailWorld();
  scene = await MovingScene.begin(world.service);
  await world.accountEmail('coordinator', 'coordinator@example.org');
});
afterAll(() => world.close());
beforeEach(async () => {
  world.service.travelTo('2026-11-25T10:00:00Z');
  personId = await scene.make.person(scene.region);
  address = `ouder${++number}@example.org`;
  await world.email(personId, address);
  network = await scene.make.network(scene.region, { activeFrom: '2026-01-01' });
});

async function done(mutation: string, input: object): Promise<void> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { done: ${mutation}(input: $input) { errors { code path } } }`;
  expect([mutation, (await scene.ask(query, { input })).done.errors]).toEqual([mutation, []]);
}
/** What leaves on a day, the digests aside. */
async function mailed(day: string): Promise<string[]> {
  world.service.travelTo(`${day}T10:00:00Z`);
  await world.forgetEmails();
  await world.service.tick();
  return (await world.emails())
    .filter(({ name }) => !/digest/.test(name))
    .map(({ header }) => `${header('to')!.replace(address, 'them')}: ${header('subject')}`);
}
const aNetwork = () => nodeId('Oudernetwerk', network);
const organisation = () => scene.make.organisation(scene.region);
const leads = () => scene.make.trekkerschap(network, personId, '[2026-01-01,)');

/** Records something of which they, or the coordinator, are told; returns its id. */
const MAKES = {
  trekkerschapAnnul: async () => {
    const id = nodeId('Trekkerschap', await leads());
    await done('trekkerschapPlanEnd', { id, plannedEnd: { on: '2027-02-28', reason: 'MOVED' } });
    return id;
  },
  membershipAnnul: async () => {
    const id = nodeId('Membership', await scene.make.membership(network, personId));
    await done('networkContactAsk', { oudernetwerkId: aNetwork() });
    return id;
  },
  supportAnnul: async () =>
    nodeId(
      'SupportArrangement',
      await scene.make.support(network, await organisation(), '[2026-01-01,2027-03-01)'),
    ),
  oudernetwerkEndAnnul: async () => {
    await leads();
    await done('oudernetwerkEnd', { id: aNetwork(), on: '2027-06-30', reason: 'De school sluit' });
    return aNetwork();
  },
  personMoveAnnul: async () => (await scene.move(personId)).move.id as string,
  caretakershipAnnul: async () => {
    const led = await scene.make.network(scene.region, { activeFrom: '2026-01-01', ledBy: personId });
    return nodeId('Caretakership', await scene.make.caretakership(led, await organisation()));
  },
  candidateAnnul: async () =>
    nodeId(
      'SuccessorCandidate',
      await scene.make.candidate(await scene.make.successionPlan(network), personId),
    ),
  incompatibilityAnnul: async () => {
    const profile = await scene.profiles.profile(personId);
    return nodeId(
      'Incompatibility',
      await scene.profiles.incompatibility(profile, { organisation: await organisation() }),
    );
  },
} as const;
type Undo = keyof typeof MAKES;

/** Who is told that it is not so; nobody, where nobody is mailed of it. Absences, seats and departures have tests of their own. */
const TOLD: readonly (readonly [Undo, readonly string[]])[] = [
  ['trekkerschapAnnul', ['them: Toch niet: uw laatste dag als trekker']],
  ['membershipAnnul', ['them: Toch niet: u hoort niet bij dit oudernetwerk']],
  ['supportAnnul', ['coordinator@example.org: Toch niet: ondersteuning die zou stoppen']],
  ['oudernetwerkEndAnnul', ['them: Toch niet: een netwerk dat zou stoppen']],
  ['personMoveAnnul', ['them: Over uw verhuizing: dat was een vergissing']],
  ['caretakershipAnnul', []],
  ['candidateAnnul', []],
  ['incompatibilityAnnul', []],
];

test.each(TOLD)('%s: whoever was told hears that it is not so, once: %j', async (undo, told) => {
  const id = await MAKES[undo]();
  await scene.renew();
  const before = await mailed('2026-12-01');
  for (const line of told) expect(before.map((each) => each.split(':')[0])).toContain(line.split(':')[0]);
  await done(undo, { id, reason: 'Vergissing' });
  expect((await mailed('2026-12-02')).sort()).toEqual([...told]);
  expect(await mailed('2026-12-03')).toEqual([]);
});

test.each(TOLD)('%s: whoever was not told yet hears nothing at all', async (undo) => {
  const id = await MAKES[undo]();
  await done(undo, { id, reason: 'Vergissing' });
  await scene.renew();
  expect(await mailed('2026-12-01')).toEqual([]);
});
