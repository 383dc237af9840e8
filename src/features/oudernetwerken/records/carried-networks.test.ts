import { nodeId } from '../../../kernel/node-id.js';
import { startTestService } from '../../../testing/test-service.js';
import { NetworkScene } from '../testing/network-scene.js';

const CARRIED = `query($id: ID!, $as: [NetworkCarrier!], $on: Date) { organisation(id: $id) {
  oudernetwerken(as: $as, on: $on) { totalCount nodes { id } } } }`;

let scene: NetworkScene;
let organisation: string;
const networks: Record<string, string> = {};

beforeAll(async () => {
  scene = await NetworkScene.begin(await startTestService());
  const { make, region, elsewhere } = scene;
  organisation = await make.organisation(region);
  const network = async (name: string, where = region) => {
    const id = await make.network(where, { name });
    networks[name] = nodeId('Oudernetwerk', id);
    return id;
  };
  await make.support(await network('supported'), organisation, '[2026-01-01,)');
  await make.support(await network('supported before'), organisation, '[2026-01-01,2026-11-25)');
  await make.caretakership(await network('kept alive'), organisation);
  await make.support(await network('elsewhere', elsewhere), organisation, '[2026-01-01,)');
  await network('of others');
  await make.account('supporter', { role: 'SUPPORTER', organisationId: organisation });
  await make.account('secretary', { role: 'SECRETARY', regionId: region });
});
afterAll(() => scene.service.close());

async function carried(subject: string, args: object = {}): Promise<string[]> {
  const { organisation: found } = await scene.ask(
    CARRIED,
    { id: nodeId('Organisation', organisation), ...args },
    subject,
  );
  const { nodes, totalCount } = found.oudernetwerken;
  expect(totalCount).toBe(nodes.length);
  const names = Object.entries(networks);
  return nodes.map(({ id }: { id: string }) => names.find(([, each]) => each === id)![0]).sort();
}

test.each([
  ['by support or as a caretaker, today', {}, ['kept alive', 'supported']],
  ['by support', { as: ['SUPPORTER'] }, ['supported']],
  ['as a caretaker', { as: ['CARETAKER'] }, ['kept alive']],
  ['on another day', { as: ['SUPPORTER'], on: '2026-11-24' }, ['supported', 'supported before']],
  ['as nothing', { as: [] }, []],
])('a coordinator sees what an organisation carries in their region %s', async (_how, args, names) => {
  expect(await carried('coordinator', args)).toEqual(names);
});

test('everybody else what they see from inside, and not more', async () => {
  expect(await carried('neighbour')).toEqual(['elsewhere']);
  expect(await carried('supporter')).toEqual(['elsewhere', 'supported']);
  expect(await carried('secretary')).toEqual([]);
});
