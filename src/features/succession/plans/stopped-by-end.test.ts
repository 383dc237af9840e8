import { expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';
import { startTestService } from '../../../testing/test-service.js';
import { SuccessionWorld } from '../testing/succession-world.js';

let world: SuccessionWorld;

beforeAll(async () => {
  world = await SuccessionWorld.begin(await startTestService());
});
afterAll(() => world.service.close());

const TARGET = '2027-07-31';

/** A search that people opened and worked on, for whoever follows a trekker. */
async function sought() {
  const network = await world.sought(TARGET);
  await world.candidate(network.id, network.plan);
  return network;
}

type Network = Awaited<ReturnType<typeof world.ledNetwork>>;

const ENDS = {
  planned: { on: '2027-03-31', back: ({ id }: Network) => world.done('oudernetwerkContinue', { id }) },
  immediate: {
    on: '2026-11-25',
    back: ({ id }: Network) =>
      world.done('oudernetwerkEndAnnul', { id, reason: 'Het netwerk ging niet dicht' }),
  },
};
const KINDS = ['planned', 'immediate'] as const;
const ends = ({ id }: Network, kind: keyof typeof ENDS) =>
  world.done('oudernetwerkEnd', { id, on: ENDS[kind].on, reason: 'De school sluit' });
const endsTenure = (id: string, on: string) => world.done('trekkerschapEnd', { id, on, reason: 'MOVED' });

/** Every search of a network: for whom, until when, how far it is, and when what was still to hand over is due. */
async function searches({ id }: Network) {
  await expectStoredIsFresh(world.service);
  const { plans } = await world.shown(id);
  return plans.map(({ status, targetOn, trekkerschap, openedBecause, candidates, handover }) => ({
    status,
    targetOn,
    openedBecause,
    of: trekkerschap?.id,
    stages: candidates.map(({ stage }) => stage),
    due: handover?.items.map(({ dueOn }) => dueOn),
  }));
}

/** The same where the network never was to end. */
async function expectAsIfNoEnd(kind: keyof typeof ENDS, life: (network: Network) => Promise<void>) {
  const [ended, other] = [await sought(), await sought()];
  await ends(ended, kind);
  expect(await searches(ended)).toMatchObject([{ status: 'STOPPED', targetOn: TARGET }]);
  await life(ended);
  await ENDS[kind].back(ended);
  await life(other);
  const expected = (await searches(other)).map((one) => ({ ...one, of: ended.tenure }));
  expect(await searches(ended)).toEqual(expected);
  return ended;
}

test.each(['DECEASED', 'STOPS_EVERYTHING'])(
  'a trekker departs (%s) before the network is to end: the search goes on at once, with its candidates',
  async (kind) => {
    const network = await sought();
    await ends(network, 'planned');
    await world.done('personDepart', { id: network.person, kind });
    const goesOn = [
      {
        status: 'CANDIDATE_AGREED',
        targetOn: '2026-11-25',
        openedBecause: 'BY_HAND',
        of: network.tenure,
        stages: ['AGREED'],
      },
    ];
    expect(await searches(network)).toMatchObject(goesOn);
    await ENDS.planned.back(network);
    expect(await searches(network)).toMatchObject(goesOn);
  },
);

test.each(KINDS)(
  'who departs while a network is to end (%s) is sought for as if it were not',
  async (kind) => {
    await expectAsIfNoEnd(kind, ({ person }) =>
      world.done('personDepart', { id: person, kind: 'DECEASED', on: '2026-11-12' }),
    );
  },
);

test.each(KINDS)(
  'who stopped earlier than a network is to end (%s) is sought for by that day',
  async (kind) => {
    const network = await expectAsIfNoEnd(kind, ({ tenure }) => endsTenure(tenure, '2026-11-20'));
    expect(await searches(network)).toMatchObject([{ targetOn: '2026-11-20', stages: ['AGREED'] }]);
  },
);

test.each(KINDS)(
  'who changes their role while a network is to end (%s) is sought for in that one',
  async (kind) => {
    const network = await sought();
    await ends(network, kind);
    await world.done('trekkerschapChangeRole', { id: network.tenure, role: 'CO_TREKKER' });
    const { tenures } = await world.shown(network.id);
    const next = tenures.find(({ role }) => role === 'CO_TREKKER')!.id;
    expect(await searches(network)).toMatchObject([{ status: 'STOPPED', of: next }]);
    await ENDS[kind].back(network);
    expect(await searches(network)).toMatchObject([
      { status: 'CANDIDATE_AGREED', targetOn: TARGET, of: next, stages: ['AGREED'] },
    ]);
  },
);

test('nobody was sought, and its trekker turned out to have stopped before it ended: somebody is now', async () => {
  const network = await world.ledNetwork();
  await ends(network, 'immediate');
  await endsTenure(network.tenure, '2026-11-20');
  expect(await searches(network)).toEqual([]);
  await ENDS.immediate.back(network);
  expect(await searches(network)).toMatchObject([
    { status: 'SEEKING', targetOn: '2026-11-20', openedBecause: 'DEPARTURE', of: network.tenure },
  ]);
});
