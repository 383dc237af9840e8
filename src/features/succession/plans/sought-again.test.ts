import { expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';
import { startTestService } from '../../../testing/test-service.js';
import { SuccessionWorld } from '../testing/succession-world.js';

let world: SuccessionWorld;

beforeAll(async () => {
  world = await SuccessionWorld.begin(await startTestService());
});
afterAll(() => world.service.close());

type Network = Awaited<ReturnType<typeof world.ledNetwork>>;

const reason = 'Vergissing';
const KINDS = ['DECEASED', 'STOPS_EVERYTHING'];

/** Every search of a network: for whom, and how far it is. */
async function searches(id: string) {
  await expectStoredIsFresh(world.service);
  const { plans } = await world.shown(id);
  return plans.map((plan) => ({
    id: plan.id,
    status: plan.status,
    of: plan.trekkerschap?.id ?? null,
    targetOn: plan.targetOn,
  }));
}

const departs = (person: string, kind: string) => world.done('personDepart', { id: person, kind });
const comesBack = async (person: string) =>
  world.done('personDepartTakeBack', { id: await world.departureOf(person) });

/** In a led network somebody is to lead from 10 to 30 December, for whose successor a search began. */
async function shortly() {
  const { id } = await world.ledNetwork();
  const person = await world.person();
  await world.done('trekkerschapStart', { oudernetwerkId: id, personId: person, from: '2026-12-10' });
  const { tenures } = await world.shown(id);
  const tenure = tenures.find((each) => each.person.id === person)!.id;
  await world.done('trekkerschapEnd', { id: tenure, on: '2026-12-30', reason: 'PERSONAL' });
  return { id, person, tenure, plan: (await world.plan(id)).id };
}

const stop = (plan: string) => world.done('successionStop', { id: plan, reason: 'Niemand nodig' });

describe.each(KINDS)('somebody departs (%s) and does not', (kind) => {
  test('who is yet to begin: the search that was stopped for them is theirs again, and none begins', async () => {
    const { id, person, plan } = await shortly();
    await stop(plan);
    const before = await searches(id);
    await departs(person, kind);
    expect(await searches(id)).toEqual(before.map((each) => ({ ...each, of: null })));
    await comesBack(person);
    expect(await searches(id)).toEqual(before);
  });

  test('who is yet to begin: the search on which people worked goes on for them', async () => {
    const { id, person, plan } = await shortly();
    await world.candidate(id, plan, 'EXPLORING');
    const before = await searches(id);
    await departs(person, kind);
    expect(await searches(id)).toMatchObject([{ id: plan, status: 'STOPPED', of: null }]);
    await comesBack(person);
    expect(await searches(id)).toEqual(before);
  });

  test('who was to stop, and was not sought a successor any more: so it is again', async () => {
    const { id, person, tenure } = await world.ledNetwork();
    await world.done('trekkerschapEnd', { id: tenure, on: '2027-07-31', reason: 'PERSONAL' });
    await stop((await world.plan(id)).id);
    const before = await searches(id);
    await departs(person, kind);
    expect(await searches(id)).toMatchObject([
      { status: 'SEEKING', of: tenure, targetOn: '2026-11-25' },
      ...before,
    ]);
    await comesBack(person);
    expect(await searches(id)).toEqual(before);
  });

  test('and somebody is thought of meanwhile: that search goes on for the end that there is', async () => {
    const { id, person, tenure } = await world.ledNetwork();
    await world.done('trekkerschapEnd', { id: tenure, on: '2027-07-31', reason: 'PERSONAL' });
    await stop((await world.plan(id)).id);
    await departs(person, kind);
    await world.candidate(id, (await world.plan(id)).id, 'EXPLORING');
    await comesBack(person);
    expect(await searches(id)).toMatchObject([
      { status: 'SEEKING', of: tenure, targetOn: '2027-07-31' },
      { status: 'STOPPED' },
    ]);
  });
});

/** A network for which somebody is sought in time, since its trekker plans to stop. */
async function soughtInTime(): Promise<Network> {
  const network = await world.ledNetwork();
  await planned(network, '2027-03-31');
  expect(await searches(network.id)).toMatchObject([{ status: 'SEEKING', targetOn: '2027-03-31' }]);
  return network;
}

const planned = ({ tenure }: Network, on: string) =>
  world.done('trekkerschapPlanEnd', { id: tenure, plannedEnd: { on, reason: 'MOVED' } });

test('a search that nobody touched has not begun because the end of its network was taken back', async () => {
  const network = await soughtInTime();
  await world.done('oudernetwerkEnd', { id: network.id, reason: 'Klaar' });
  await world.done('oudernetwerkEndAnnul', { id: network.id, reason });
  expect(await searches(network.id)).toMatchObject([{ status: 'SEEKING', targetOn: '2027-03-31' }]);
  await planned(network, '2028-03-31');
  expect(await searches(network.id)).toMatchObject([{ status: 'STOPPED' }]);

  const other = await soughtInTime();
  await world.done('oudernetwerkEnd', { id: other.id, reason: 'Klaar' });
  await world.done('oudernetwerkEndAnnul', { id: other.id, reason });
  await world.done('trekkerschapAnnul', { id: other.tenure, reason });
  expect(await searches(other.id)).toEqual([]);
});

test('nobody is sought in time for a network that never was active; what people worked on stops with the reason', async () => {
  const untouched = await soughtInTime();
  await world.done('oudernetwerkActivationAnnul', { id: untouched.id, reason });
  expect(await searches(untouched.id)).toEqual([]);

  const touched = await soughtInTime();
  await world.candidate(touched.id, (await world.plan(touched.id)).id);
  await world.done('oudernetwerkActivationAnnul', { id: touched.id, reason });
  expect((await world.shown(touched.id)).plans).toMatchObject([{ status: 'STOPPED', stopReason: reason }]);
});

test('nor because its trekker took it along to another network', async () => {
  const network = await soughtInTime();
  const { id: into } = await world.ledNetwork();
  await world.done('oudernetwerkMerge', { ids: [network.id], into, reason: 'Samen' });
  const { tenures } = await world.shown(into);
  const { id: tenure } = tenures.find(({ person }) => person.id === network.person)!;
  expect(await searches(into)).toMatchObject([{ status: 'SEEKING', of: tenure }]);
  await planned({ ...network, tenure }, '2028-03-31');
  expect(await searches(into)).toMatchObject([{ status: 'STOPPED' }]);
});

test('what somebody filled by their start stays open for an end that is later, and goes with one that never was', async () => {
  const starts = async ({ id }: Network) =>
    world.done('trekkerschapStart', {
      oudernetwerkId: id,
      personId: await world.person(),
      from: '2027-04-01',
    });
  const later = await world.ledNetwork();
  await world.done('trekkerschapEnd', { id: later.tenure, on: '2027-03-31', reason: 'MOVED' });
  await starts(later);
  expect(await searches(later.id)).toMatchObject([{ status: 'COMPLETED' }]);
  await world.done('trekkerschapCorrect', { id: later.tenure, reason, patch: { until: '2027-05-31' } });
  expect(await searches(later.id)).toMatchObject([{ status: 'SEEKING', targetOn: '2027-05-31' }]);

  const never = await world.ledNetwork();
  await world.done('trekkerschapEnd', { id: never.tenure, on: '2027-03-31', reason: 'MOVED' });
  await starts(never);
  await world.done('trekkerschapCorrect', { id: never.tenure, reason, patch: { until: null } });
  expect(await searches(never.id)).toEqual([]);
});

test('an end that is recorded only now is answered by whoever was recorded to follow', async () => {
  const { id, tenure } = await world.ledNetwork();
  const next = { oudernetwerkId: id, personId: await world.person(), from: '2027-04-01' };
  await world.done('trekkerschapStart', next);
  const patch = { until: '2027-03-31', endReason: 'MOVED' };
  await world.done('trekkerschapCorrect', { id: tenure, reason, patch });
  expect(await searches(id)).toMatchObject([{ status: 'COMPLETED', targetOn: '2027-03-31' }]);
});

test('nor is a second successor sought because somebody else never led', async () => {
  const network = await world.ledNetwork();
  const mistake = await world.person();
  await world.done('trekkerschapStart', {
    oudernetwerkId: network.id,
    personId: mistake,
    from: '2026-11-01',
  });
  await world.done('trekkerschapEnd', { id: network.tenure, on: '2027-03-31', reason: 'MOVED' });
  const next = { oudernetwerkId: network.id, personId: await world.person(), from: '2027-04-01' };
  await world.done('trekkerschapStart', next);
  const before = await searches(network.id);
  const { tenures } = await world.shown(network.id);
  await world.done('trekkerschapAnnul', {
    id: tenures.find(({ person }) => person.id === mistake)!.id,
    reason,
  });
  expect(await searches(network.id)).toEqual(before);
});
