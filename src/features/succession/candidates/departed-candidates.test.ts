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
  return { plan, tenure, person, search };
}
type Plan = Awaited<ReturnType<typeof world.shown>>['plans'][number];

async function departureOf(id: string): Promise<string> {
  const query = 'query($id: ID!) { person(id: $id) { departure { id } } }';
  return (await world.service.ask('coordinator', query, { id })).data.person.departure.id;
}

const KINDS = ['DECEASED', 'STOPS_EVERYTHING'];

test.each(KINDS)('whoever agreed and departs by mistake (%s) has agreed again', async (kind) => {
  const { person, search } = await agreed();
  const before = await search();
  await world.done('personDepart', { id: person, kind });
  expect(await search()).toEqual({ ...before, status: 'SEEKING', stages: ['WITHDRAWN'] });
  await world.done('personDepartTakeBack', { id: await departureOf(person) });
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
