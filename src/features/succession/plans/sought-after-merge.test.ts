import { expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';
import { startTestService } from '../../../testing/test-service.js';
import { SuccessionWorld } from '../testing/succession-world.js';

let world: SuccessionWorld;

beforeAll(async () => {
  world = await SuccessionWorld.begin(await startTestService());
});
afterAll(() => world.service.close());

const kinds = ['DECEASED', 'STOPS_EVERYTHING'];

/** A network with a trekker whose successor is to begin in August 2027. */
async function followed(by: 'plan' | 'hand over') {
  const next = await world.person();
  const network = by === 'plan' ? await world.sought() : { ...(await world.ledNetwork()), plan: null };
  if (network.plan) {
    await world.candidate(network.id, network.plan, 'AGREED', next);
    const motivation = 'Loopt goed';
    await world.done('successionComplete', { id: network.plan, on: '2027-07-31', motivation });
  } else {
    await world.done('trekkerschapHandOver', { id: network.tenure, toPersonId: next, on: '2027-07-31' });
  }
  return { ...network, next };
}

type Followed = Awaited<ReturnType<typeof followed>>;

/** It goes up in another one, whose id this returns. */
async function merge({ id }: Followed): Promise<string> {
  const { id: into } = await world.ledNetwork();
  await world.done('oudernetwerkMerge', { ids: [id], into, reason: 'Samen' });
  return into;
}

const toEnd = ({ id }: Followed) =>
  world.done('oudernetwerkEnd', { id, on: '2027-06-30', reason: 'De school sluit' });

/** What is sought where the trekker goes on, and nothing where they were. */
async function searchIn(into: string, { id, person }: Followed) {
  expect((await world.shown(id)).plans.filter(({ closedOn }) => !closedOn)).toEqual([]);
  const { plans, tenures } = await world.shown(into);
  const goesOn = tenures.find((each) => each.person.id === person)!;
  expect(goesOn.period.until).toBe('2027-07-31');
  expect(plans).toMatchObject([{ closedOn: null, trekkerschap: { id: goesOn.id }, successor: null }]);
  await expectStoredIsFresh(world.service);
  return plans[0]!;
}

describe.each(kinds)('a successor who departs (%s)', (kind) => {
  test.each(['is to end', 'goes on'])(
    'before their network goes up in another one, which %s: the search goes on there',
    async (what) => {
      const network = await followed('plan');
      if (what === 'is to end') await toEnd(network);
      await world.done('personDepart', { id: network.next, kind });
      const { id, status, candidates } = await searchIn(await merge(network), network);
      expect({ id, status }).toEqual({ id: network.plan, status: 'SEEKING' });
      expect(candidates).toMatchObject([{ person: { id: network.next }, stage: 'WITHDRAWN' }]);
    },
  );

  test('after it: the search goes on there', async () => {
    const network = await followed('plan');
    const into = await merge(network);
    await world.done('personDepart', { id: network.next, kind });
    expect(await searchIn(into, network)).toMatchObject({ id: network.plan, status: 'SEEKING' });
  });

  test.each(['plan', 'hand over'] as const)(
    'before it, and did not: they follow the trekker there, as the %s said',
    async (by) => {
      const network = await followed(by);
      await world.done('personDepart', { id: network.next, kind });
      const into = await merge(network);
      await world.done('personDepartTakeBack', { id: await world.departureOf(network.next) });
      const { plans, tenures } = await world.shown(into);
      const led = tenures.find((each) => each.person.id === network.person)!;
      const next = tenures.find((each) => each.person.id === network.next)!;
      expect(next).toMatchObject({
        predecessor: { id: led.id },
        period: { from: '2027-08-01', until: null },
      });
      expect(plans).toMatchObject([
        { ...(network.plan && { id: network.plan }), status: 'COMPLETED', successor: { id: next.id } },
      ]);
      await expectStoredIsFresh(world.service);
    },
  );

  test('who was not searched for: a search begins there', async () => {
    const network = await followed('hand over');
    await toEnd(network);
    await world.done('personDepart', { id: network.next, kind });
    const { openedBecause, targetOn } = await searchIn(await merge(network), network);
    expect({ openedBecause, targetOn }).toEqual({ openedBecause: 'DEPARTURE', targetOn: '2027-07-31' });
  });
});

test('whoever changed their role since they were followed is sought a successor once', async () => {
  const network = await followed('plan');
  const input = { id: network.tenure, role: 'CO_TREKKER', on: '2027-01-01' };
  await world.done('trekkerschapChangeRole', input);
  await world.done('personDepart', { id: network.next, kind: 'STOPS_EVERYTHING' });
  const { plans, tenures } = await world.shown(network.id);
  const last = tenures.find(({ role }) => role === 'CO_TREKKER')!;
  expect(plans).toMatchObject([{ id: network.plan, closedOn: null, trekkerschap: { id: last.id } }]);
  await expectStoredIsFresh(world.service);
});
