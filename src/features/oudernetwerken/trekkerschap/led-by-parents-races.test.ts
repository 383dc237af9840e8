import { nodeId } from '../../../kernel/node-id.js';
import { times } from '../../../testing/effort.js';
import { startTestService } from '../../../testing/test-service.js';
import { NetworkScene } from '../testing/network-scene.js';

const ROUNDS = times('racesThatMatterMost');

let scene: NetworkScene;

beforeAll(async () => {
  scene = await NetworkScene.begin(await startTestService());
});
afterAll(() => scene.service.close());

const patch = { perspectives: ['PROFESSIONAL'] };
const codes = async (mutation: string, input: object) =>
  (await scene.run(mutation, input)).errors.map(([code]: string[]) => code);

/** Appointments of somebody as trekker, and as whoever takes over from one. */
const APPOINTMENTS = {
  async trekkerschapStart(personId: string) {
    return { personId, oudernetwerkId: nodeId('Oudernetwerk', await scene.make.network(scene.region)) };
  },
  async trekkerschapHandOver(toPersonId: string) {
    const network = await scene.make.network(scene.region);
    const before = await scene.make.person(scene.region);
    const id = await scene.make.trekkerschap(network, before, '[2026-01-01,)');
    return { toPersonId, id: nodeId('Trekkerschap', id), on: '2026-11-30' };
  },
};

test.each(Object.entries(APPOINTMENTS))(
  '%s beside a record that they are no parent: one is refused, every time',
  async (mutation, made) => {
    for (let round = 0; round < ROUNDS; round++) {
      const id = nodeId('Person', await scene.make.person(scene.region));
      const input = await made(id);
      const outcomes = await Promise.all([codes(mutation, input), codes('personUpdate', { id, patch })]);
      expect(outcomes.flat()).toEqual(['NOT_LED_BY_PARENT']);
    }
  },
);

test('whoever is no parent any more does not lead again because they did not depart', async () => {
  const person = await scene.make.person(scene.region);
  const network = await scene.make.network(scene.region, { activeFrom: '2026-01-01', ledBy: person });
  const id = nodeId('Person', person);
  const departure = (
    await scene.run('personDepart', { id, kind: 'STOPS_EVERYTHING', on: '2026-11-20' }, 'departure { id }')
  ).departure;
  expect(await codes('personUpdate', { id, patch })).toEqual([]);
  expect(await codes('personDepartTakeBack', { id: departure.id })).toEqual([]);
  const { rows } = await scene.service.owner.query(
    'select period::text from trekkerschappen where oudernetwerk_id = $1',
    [network],
  );
  expect(rows).toEqual([{ period: '[2026-01-01,2026-11-21)' }]);
});
