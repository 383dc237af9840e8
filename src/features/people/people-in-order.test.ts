import { SeatMakers } from '../../testing/makers/seat-makers.js';
import { RegionScene } from '../../testing/region-scene.js';
import { expectKnownWhere } from '../../testing/stored-is-fresh.js';
import { startTestService } from '../../testing/test-service.js';

const SIZE = 2;

let scene: RegionScene;

beforeAll(async () => {
  scene = await RegionScene.begin(await startTestService());
  const { make, region, elsewhere, service } = scene;
  await make.account('national', { role: 'ADMIN' });
  await make.account('both', { role: 'COORDINATOR', regionId: region });
  await service.owner.query(
    `insert into account_roles (id, account_id, role, region_id, period)
     select gen_random_uuid(), id, 'COORDINATOR', $1, '[2020-01-01,)' from accounts where subject = 'both'`,
    [elsewhere],
  );
  for (const family of ['Berg', 'Aa', 'Dam', 'Berg']) await make.person(region, { given: 'Jo', family });
  // lives elsewhere, and is known here
  const cats = await make.person(elsewhere, { given: 'Jo', family: 'Cats' });
  await new SeatMakers(service.owner).formerSeat(region, cats);
  await service.owner.query(
    `insert into school_ties (id, person_id, stage, school_year_start, confirmed_on)
     select gen_random_uuid(), person_id, (select min(code) from school_stages), 2025, '2025-11-01'
     from person_details where family_name in ('Aa', 'Dam')`,
  );
  const nameless = [await make.person(region), await make.person(region), await make.person(region)];
  await service.owner.query('delete from person_details where person_id = any ($1)', [nameless]);
});
afterAll(() => scene.service.close());

/** The names of everybody in reading order, gathered page by page from either end. */
async function walk(
  subject: string,
  direction: string,
  [size, cursor]: readonly [string, string],
  filter = '',
) {
  const isForward = size === 'first';
  const query = `query($at: String) { people(${size}: ${SIZE}, ${cursor}: $at, ${filter}
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

describe.each(['national', 'coordinator', 'both'])('as %s', (subject) => {
  test.each(['ASC', 'DESC'])(
    'everybody is met once, by name %s, those without a name last',
    async (direction) => {
      const forwards = await walk(subject, direction, ['first', 'after']);
      const names = forwards.flatMap(({ name }) => name?.sortName ?? []);
      const sorted = ['aa  jo', 'berg  jo', 'berg  jo', 'cats  jo', 'dam  jo'];
      expect(names).toEqual(direction === 'ASC' ? sorted : sorted.reverse());
      expect(forwards.slice(names.length).map(({ name }) => name)).toEqual([null, null, null]);
      expect(new Set(forwards.map(({ id }) => id)).size).toBe(8);
      expect(await walk(subject, direction, ['last', 'before'])).toEqual(forwards);
    },
  );

  test.each([
    ['that leaves all', 'filter: { perspective: OUDER }', 8],
    ['that leaves some', `filter: { tieConfirmedBefore: "2026-01-01" }`, 2],
  ])('everybody is met once of a filter %s', async (_left, filter, count) => {
    const forwards = await walk(subject, 'ASC', ['first', 'after'], filter);
    expect(new Set(forwards.map(({ id }) => id)).size).toBe(count);
    expect(forwards).toHaveLength(count);
    expect(await walk(subject, 'ASC', ['last', 'before'], filter)).toEqual(forwards);
  });
});

test('whoever gets a name, or loses it, changes places', async () => {
  const { make, region, service } = scene;
  const lastOnes = async () => (await walk('national', 'ASC', ['last', 'before'])).slice(-4);
  const before = await lastOnes();
  const id = await make.person(region, { given: 'Jo', family: 'Eik' });
  await expectKnownWhere(service.owner);
  expect((await lastOnes())[0]!.name).toEqual({ sortName: 'eik  jo' });
  await service.owner.query('delete from person_details where person_id = $1', [id]);
  await expectKnownWhere(service.owner);
  expect((await lastOnes()).map(({ name }) => name)).toEqual([null, null, null, null]);
  await service.owner.query('delete from people where id = $1', [id]);
  expect(await lastOnes()).toEqual(before);
});

test('whoever never had a name comes last too', async () => {
  const { rows } = await scene.service.owner.query<{ id: string }>(
    `insert into people (id, pseudonym, region_id, perspectives, created_at)
     values (gen_random_uuid(), 'Persoon', $1, '{OUDER}', now()) returning id`,
    [scene.region],
  );
  await expectKnownWhere(scene.service.owner);
  const met = await walk('coordinator', 'ASC', ['first', 'after']);
  expect(met.slice(-4).map(({ name }) => name)).toEqual([null, null, null, null]);
  await scene.service.owner.query('delete from people where id = $1', [rows[0]!.id]);
});

test('by family name, then by given name; an infix counts only between namesakes, case and accents never', async () => {
  const inOrder: [given: string, infix: string | null, family: string][] = [
    ['Anna', null, 'Zjansen'],
    ['Zoë', null, 'Zjansen'],
    ['Bo', null, "Zjansen 't Hart"],
    ['Anna', null, 'Zjansen de Vries'],
    ['Anna', null, 'Zjansen-Bakker'],
    ['Émile', 'van den', 'zjansena'],
    ['Ann', null, 'Zjansens'],
    ['Ann', 'van', 'Zjansens'],
    ['Ann Bea', 'de', 'Zjansens'],
    ['Anna', 'de', 'Zjansens'],
  ];
  const { region, service } = scene;
  const rows = [];
  for (const [given, infix, family] of [...inOrder].reverse()) {
    const id = await scene.make.person(region, { given, family });
    await service.owner.query('update person_details set infix = $2 where person_id = $1', [id, infix]);
    rows.push(id);
  }
  const { data } = await service.ask(
    'national',
    `{ people(first: 100, orderBy: { field: NAME }) { nodes { name { givenName infix familyName } } } }`,
  );
  const met = data.people.nodes.flatMap(
    ({ name }: { name: { givenName: string; infix: string | null; familyName: string } | null }) =>
      name?.familyName.toLowerCase().startsWith('zj') ? [[name.givenName, name.infix, name.familyName]] : [],
  );
  expect(met).toEqual(inOrder);
  await service.owner.query('delete from people where id = any ($1)', [rows]);
});
