import { expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';
import { startTestService } from '../../../testing/test-service.js';
import { SuccessionWorld } from '../testing/succession-world.js';

let world: SuccessionWorld;

beforeAll(async () => {
  world = await SuccessionWorld.begin(await startTestService());
});
afterAll(() => world.service.close());

/** A network that seeks, and somebody who agreed to lead it. */
async function agreed() {
  const { id, plan, tenure } = await world.sought();
  const person = await world.person();
  await world.candidate(id, plan, 'AGREED', person);
  const search = async () => {
    const [{ status, candidates, handover }] = (await world.shown(id)).plans as [Plan];
    return { status, stages: candidates.map(({ stage }) => stage), items: handover?.items.length };
  };
  return { id, plan, tenure, person, search };
}
type Plan = Awaited<ReturnType<typeof world.shown>>['plans'][number];

const KINDS = ['DECEASED', 'STOPS_EVERYTHING'];

test.each(KINDS)('whoever agreed and departs by mistake (%s) has agreed again', async (kind) => {
  const { person, search } = await agreed();
  const before = await search();
  await world.done('personDepart', { id: person, kind });
  expect(await search()).toEqual({ ...before, status: 'SEEKING', stages: ['WITHDRAWN'] });
  await world.done('personDepartTakeBack', { id: await world.departureOf(person) });
  expect(await search()).toEqual(before);
  await expectStoredIsFresh(world.service);
});

test.each(KINDS)('whoever departs before they begin (%s) is no candidate any more', async (kind) => {
  const { plan, person, search } = await agreed();
  await world.done('successionComplete', { id: plan, on: '2026-12-31', motivation: 'Loopt goed' });
  expect(await search()).toMatchObject({ status: 'COMPLETED', stages: ['APPOINTED'] });
  await world.done('personDepart', { id: person, kind });
  expect(await search()).toMatchObject({ status: 'SEEKING', stages: ['WITHDRAWN'] });
  await expectStoredIsFresh(world.service);
});

test.each(KINDS)(
  'whoever departed (%s) is no candidate when their role never was, until they did not',
  async (kind) => {
    const { id, plan, person, search } = await agreed();
    const before = await search();
    await world.done('successionComplete', { id: plan, on: '2026-11-24', motivation: 'Loopt goed' });
    await world.done('personDepart', { id: person, kind });
    const led = (await world.shown(id)).tenures.find((each) => each.person.id === person)!;
    await world.done('trekkerschapAnnul', { id: led.id, reason: 'Nooit begonnen' });
    expect(await search()).toEqual({ ...before, status: 'SEEKING', stages: ['WITHDRAWN'] });
    await world.done('personDepartTakeBack', { id: await world.departureOf(person) });
    expect(await search()).toEqual(before);
    await expectStoredIsFresh(world.service);
  },
);

test('whoever agreed after they had stopped is a candidate again when their role never was', async () => {
  const person = await world.person();
  await world.done('personDepart', { id: person, kind: 'STOPS_EVERYTHING' });
  world.service.travelTo('2026-11-26T10:00:00Z');
  const { id, plan } = await world.sought();
  const asked = { planId: plan, personId: person, readiness: 'NOW', stage: 'AGREED' };
  await world.done('candidateAdd', { ...asked, motivation: 'Belde zelf' });
  const [candidate] = (await world.plan(id)).candidates;
  await world.done('candidateMove', { id: candidate!.id, stage: 'READY' });
  await world.done('successionComplete', { id: plan, on: '2026-11-25', motivation: 'Loopt goed' });
  const led = (await world.shown(id)).tenures.find((each) => each.person.id === person)!;
  await world.done('trekkerschapAnnul', { id: led.id, reason: 'Nooit begonnen' });
  expect((await world.plan(id)).candidates).toMatchObject([{ stage: 'READY' }]);
});

test('whoever stopped with everything is left in peace for six months, unless somebody says why', async () => {
  const person = await world.person();
  const { plan } = await world.sought();
  const input = { planId: plan, personId: person, readiness: 'NOW' };
  await world.done('personDepart', { id: person, kind: 'STOPS_EVERYTHING', on: '2026-11-20' });
  world.service.travelTo('2027-05-19T10:00:00Z');
  expect(await world.refused('candidateAdd', input)).toBe('LEFT_IN_PEACE input.personId');
  const elsewhere = await world.sought();
  await world.done('candidateAdd', { ...input, planId: elsewhere.plan, motivation: 'Belde zelf' });
  world.service.travelTo('2027-05-20T10:00:00Z');
  await world.done('candidateAdd', input);
});
