import { RegionScene } from '../../testing/region-scene.js';
import { startTestService } from '../../testing/test-service.js';

const SIZE = 2;

let scene: RegionScene;

beforeAll(async () => {
  scene = await RegionScene.begin(await startTestService());
  const { make, region, service } = scene;
  await make.account('national', { role: 'ADMIN' });
  for (const family of ['Berg', 'Aa', 'Dam', 'Berg', 'Cats'])
    await make.person(region, { given: 'Jo', family });
  const nameless = [await make.person(region), await make.person(region), await make.person(region)];
  await service.owner.query('delete from person_details where person_id = any ($1)', [nameless]);
});
afterAll(() => scene.service.close());

/** The names of everybody in reading order, gathered page by page from either end. */
async function walk(subject: string, direction: string, [size, cursor]: readonly [string, string]) {
  const isForward = size === 'first';
  const query = `query($at: String) { people(${size}: ${SIZE}, ${cursor}: $at,
    orderBy: { field: NAME, direction: ${direction} }) { nodes { id name { sortName } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  const met: { id: string; name: { sortName: string } | null }[] = [];
  for (let at: string | null = null, more = true; more;) {
    const { data, errors } = await scene.service.ask(subject, query, { at });
    expect(errors).toBeUndefined();
    const { nodes, pageInfo } = data.people;
    met[isForward ? 'push' : 'unshift'](...nodes);
    at = isForward ? pageInfo.endCursor : pageInfo.startCursor;
    more = isForward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
  }
  return met;
}

describe.each(['national', 'coordinator'])('as %s', (subject) => {
  test.each(['ASC', 'DESC'])(
    'everybody is met once, by name %s, those without a name last',
    async (direction) => {
      const forwards = await walk(subject, direction, ['first', 'after']);
      const names = forwards.flatMap(({ name }) => name?.sortName ?? []);
      const sorted = ['aa, jo', 'berg, jo', 'berg, jo', 'cats, jo', 'dam, jo'];
      expect(names).toEqual(direction === 'ASC' ? sorted : sorted.reverse());
      expect(forwards.slice(names.length).map(({ name }) => name)).toEqual([null, null, null]);
      expect(new Set(forwards.map(({ id }) => id)).size).toBe(8);
      expect(await walk(subject, direction, ['last', 'before'])).toEqual(forwards);
    },
  );
});
