import { expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';
import { startTestService } from '../../../testing/test-service.js';
import { SuccessionWorld } from '../testing/succession-world.js';

let world: SuccessionWorld;

beforeAll(async () => {
  world = await SuccessionWorld.begin(await startTestService());
});
afterAll(() => world.service.close());

type Sought = Awaited<ReturnType<typeof sought>>;

/** A search on which people work, for whoever follows a trekker on the day on which that one plans to stop. */
async function sought() {
  const network = await world.ledNetwork();
  const plannedEnd = { on: '2028-12-31', reason: 'MOVED' };
  await world.done('trekkerschapPlanEnd', { id: network.tenure, plannedEnd });
  await world.done('successionOpen', { trekkerschapId: network.tenure });
  const { id: plan } = await world.plan(network.id);
  await world.candidate(network.id, plan, 'EXPLORING');
  return { ...network, plan };
}

const ends = ({ id }: { id: string }, on: string) =>
  world.done('oudernetwerkEnd', { id, on, reason: 'De school sluit' });

/** What is sought by now: stopped, or for when. */
async function search({ id }: { id: string }): Promise<string | null> {
  await expectStoredIsFresh(world.service);
  const { status, targetOn, stopReason } = await world.plan(id);
  return status === 'STOPPED' ? stopReason : targetOn;
}

const departs = ({ person }: Sought, kind: string) => world.done('personDepart', { id: person, kind });
const doesNot = async ({ person }: Sought) =>
  world.done('personDepartTakeBack', { id: await world.departureOf(person) });

const STOPPED = 'Het netwerk is beëindigd.';

/** What is sought while the network is to end on a day, and once it is not. */
async function searches(network: Sought): Promise<(string | null)[]> {
  const before = await search(network);
  await world.done('oudernetwerkContinue', { id: network.id });
  return [before, await search(network)];
}

test.each([
  ['before they would have stopped', '2027-07-31', [STOPPED, '2028-12-31']],
  ['after they will have stopped', '2029-07-31', ['2028-12-31', '2028-12-31']],
])('in a network that ends %s, a successor of its trekker is sought so', async (_when, on, expected) => {
  const network = await sought();
  await ends(network, on);
  expect(await searches(network)).toEqual(expected);

  for (const kind of ['DECEASED', 'STOPS_EVERYTHING']) {
    const departed = await sought();
    await departs(departed, kind);
    await ends(departed, on);
    expect(await search(departed)).toBe('2026-11-25');
    await doesNot(departed);
    expect([kind, ...(await searches(departed))]).toEqual([kind, ...expected]);
  }
});

test('where the search began with the departure, people worked on it, and it stops alike', async () => {
  const network = await world.ledNetwork();
  await ends(network, '2027-07-31');
  await world.done('personDepart', { id: network.person, kind: 'STOPS_EVERYTHING' });
  const { id: plan } = await world.plan(network.id);
  await world.candidate(network.id, plan, 'EXPLORING');
  await doesNot({ ...network, plan });
  expect(await searches({ ...network, plan })).toEqual([STOPPED, '2028-12-31']);
});

test('nor is anybody sought for a planned end that is withdrawn before the network ends', async () => {
  const network = await world.ledNetwork();
  const id = network.tenure;
  await world.done('trekkerschapPlanEnd', { id, plannedEnd: { on: '2027-03-31', reason: 'MOVED' } });
  const { id: plan } = await world.plan(network.id);
  await world.candidate(network.id, plan, 'EXPLORING');
  await ends(network, '2027-07-31');
  expect(await search(network)).toBe('2027-03-31');
  await world.done('trekkerschapPlanEnd', { id, plannedEnd: null });
  expect(await searches({ ...network, plan })).toEqual([STOPPED, '2028-12-31']);
});
