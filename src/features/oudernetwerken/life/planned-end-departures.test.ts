import { nodeId } from '../../../kernel/node-id.js';
import { expectStoredIsFresh } from '../../../testing/stored-is-fresh.js';
import { startTestService } from '../../../testing/test-service.js';
import { NetworkScene } from '../testing/network-scene.js';

let scene: NetworkScene;

beforeAll(async () => {
  scene = await NetworkScene.begin(await startTestService());
});
afterAll(() => scene.service.close());

const PERIOD = 'period { from until }';
const SHOWN = `query($id: ID!) { oudernetwerk(id: $id) {
  trekkerschappen { nodes { id endReason ${PERIOD} } } members(on: "2027-10-02") { nodes { id ${PERIOD} } } } }`;
const DEPARTURE = 'query($id: ID!) { person(id: $id) { departure { id } } }';

const done = async (mutation: string, input: object) =>
  expect([mutation, (await scene.run(mutation, input)).errors]).toEqual([mutation, []]);

/** Led and joined by one person, and a co-trekker and member who is to begin in October. */
async function made() {
  const { make, region } = scene;
  const [leader, later] = [await make.person(region), await make.person(region)];
  const network = await make.network(region, { activeFrom: '2026-01-01', ledBy: leader });
  await make.membership(network, leader);
  await make.trekkerschap(network, later, '[2027-10-01,)', 'CO_TREKKER');
  await make.membership(network, later, '[2027-10-01,)');
  const id = nodeId('Oudernetwerk', network);
  return {
    shown: async () => (await scene.ask(SHOWN, { id })).oudernetwerk,
    ends: () => done('oudernetwerkEnd', { id, on: '2027-07-31', reason: 'De school sluit' }),
    continues: () => done('oudernetwerkContinue', { id }),
    leader: nodeId('Person', leader),
    later: nodeId('Person', later),
  };
}

const departs = (id: string, kind: string) => done('personDepart', { id, kind });
const doesNot = async (id: string) => {
  const { person } = await scene.ask(DEPARTURE, { id });
  await done('personDepartTakeBack', { id: person.departure.id });
};

describe.each(['DECEASED', 'STOPS_EVERYTHING'])('a departure (%s) while the network is to end', (kind) => {
  test.each(['before', 'after'])(
    'of who leads it, taken back %s it goes on: they go on as well',
    async (when) => {
      const { shown, ends, continues, leader } = await made();
      const before = await shown();
      await ends();
      const planned = await shown();
      await departs(leader, kind);
      if (when === 'after') await continues();
      await doesNot(leader);
      if (when === 'before') {
        expect(await shown()).toEqual(planned);
        await continues();
      }
      expect(await shown()).toEqual(before);
      await expectStoredIsFresh(scene.service);
    },
  );

  test.each(['before', 'after'])(
    'of who never began, taken back %s it goes on: they begin only then',
    async (when) => {
      const { shown, ends, continues, later } = await made();
      const before = await shown();
      await ends();
      const planned = await shown();
      await departs(later, kind);
      if (when === 'after') {
        await continues();
        const { trekkerschappen, members } = await shown();
        expect([trekkerschappen.nodes.length, members.nodes.length]).toEqual([1, 1]);
      }
      await doesNot(later);
      if (when === 'before') {
        expect(await shown()).toEqual(planned);
        await continues();
      }
      expect(await shown()).toEqual(before);
      await expectStoredIsFresh(scene.service);
    },
  );

  test('before they began to lead it, which was a mistake: they lead it until it ends', async () => {
    const { shown, ends, continues, leader } = await made();
    const before = await shown();
    await ends();
    const planned = await shown();
    await done('personDepart', { id: leader, kind, on: '2025-12-31' });
    await doesNot(leader);
    expect(await shown()).toEqual(planned);
    await continues();
    expect(await shown()).toEqual(before);
    await expectStoredIsFresh(scene.service);
  });

  test('of who was found to follow and never began: the network goes on without them', async () => {
    const { shown, ends, continues } = await made();
    const next = await scene.make.person(scene.region);
    const led = (await shown()).trekkerschappen.nodes.at(-1);
    await done('trekkerschapHandOver', { id: led.id, toPersonId: nodeId('Person', next), on: '2027-08-31' });
    await ends();
    await departs(nodeId('Person', next), kind);
    await continues();
    expect((await shown()).trekkerschappen.nodes).toHaveLength(2);
    await expectStoredIsFresh(scene.service);
  });
});
