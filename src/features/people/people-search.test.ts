import { nodeId } from '../../kernel/node-id.js';
import { startTestService } from '../../testing/test-service.js';
import { CREATE, PeopleScene } from './testing/people-scene.js';

let scene: PeopleScene;

beforeAll(async () => {
  scene = await PeopleScene.begin(await startTestService());
});
afterAll(() => scene.service.close());

const found = async (filter: object, subject = 'coordinator', rest = ''): Promise<string[]> => {
  const { people } = await scene.ask(
    `query($filter: PersonFilter) { people(first: 100, filter: $filter ${rest}) { totalCount nodes { displayName } } }`,
    { filter },
    subject,
  );
  expect(people.totalCount).toBe(people.nodes.length);
  return people.nodes.map(({ displayName }: { displayName: string }) => displayName);
};

describe('finding people', () => {
  beforeAll(async () => {
    for (const [given, infix, family] of [
      ['Anna', 'van den', 'Berg'],
      ['Bas', undefined, 'Janssen'],
      ['Jára', undefined, 'Jánsen'],
      ['Zoë', undefined, 'Akkerman'],
      ['Cor', 'de', 'Ünal'],
    ] as const) {
      await scene.make.person(scene.region, { given, infix, family });
    }
    await scene.make.person(scene.elsewhere, { given: 'Verborgen', family: 'Janssen' });
  });

  test.each([
    ['jansen', ['Bas Janssen', 'Jára Jánsen']],
    ['JANSSEN', ['Bas Janssen', 'Jára Jánsen']],
    ['van den berg', ['Anna van den Berg']],
    ['vandenberg', []],
    ['anna berg', ['Anna van den Berg']],
    ['zoe', ['Zoë Akkerman']],
    ['akerman', ['Zoë Akkerman']],
    ['unal', ['Cor de Ünal']],
    ['verborgen', []],
  ])('"%s" finds %j', async (search, names) => {
    const people = await found({ search });
    expect(people).toEqual(expect.arrayContaining(names));
    if (names.length === 0) expect(people).toEqual([]);
    else expect(names).toContain(people[0]);
  });

  test('hidden people are in no list, no count, no search, no node', async () => {
    const hidden = await scene.make.person(scene.elsewhere, { given: 'Geheim', family: 'Houder' });
    const count = async (subject: string) =>
      (await scene.ask('{ people { totalCount } }', {}, subject)).people.totalCount;
    const before = await count('coordinator');
    await scene.make.person(scene.elsewhere, { given: 'Geheim', family: 'Tweede' });
    expect(await count('coordinator')).toBe(before);
    expect(await found({ search: 'Geheim' })).toEqual([]);
    expect(await found({ regionId: nodeId('Region', scene.elsewhere) })).toEqual([]);
    expect(await found({ search: 'Geheim' }, 'neighbour')).toHaveLength(2);
    const id = nodeId('Person', hidden);
    expect(await scene.ask(`{ person(id: "${id}") { id } node(id: "${id}") { id } }`)).toEqual({
      person: null,
      node: null,
    });
  });

  test('"van den Berg" sorts under B, accents and case aside; both ways and page by page', async () => {
    const names = await found({});
    const sorted = ['Zoë Akkerman', 'Anna van den Berg', 'Jára Jánsen', 'Bas Janssen', 'Cor de Ünal'];
    expect(names.filter((name) => sorted.includes(name))).toEqual(sorted);
    expect(await found({}, 'coordinator', ', orderBy: { field: NAME, direction: DESC }')).toEqual(
      [...names].reverse(),
    );
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const { people } = await scene.ask(
        'query($after: String) { people(first: 3, after: $after) { nodes { displayName } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      paged.push(...people.nodes.map(({ displayName }: { displayName: string }) => displayName));
      if (!people.pageInfo.hasNextPage) break;
      after = people.pageInfo.endCursor;
    }
    expect(paged).toEqual(names);
  });

  test('erased names come last, under their pseudonym', async () => {
    const erased = await scene.make.person(scene.region);
    await scene.service.owner.query('delete from person_details where person_id = $1', [erased]);
    expect((await found({})).at(-1)).toBe(`Persoon ${erased.slice(-6)}`);
    const [last] = (await scene.ask('{ people(last: 1) { nodes { name { sortName } } } }')).people.nodes;
    expect(last.name).toBeNull();
  });

  test('filters: municipality, perspective, form, region of a role, ties to ask again about', async () => {
    const { personCreate } = await scene.ask(CREATE, {
      input: { ...(await scene.complete()), name: { givenName: 'Eén', familyName: 'Filter' } },
    });
    const name = personCreate.person.displayName;
    const alkmaar = await scene.municipality('JZ06', 'Alkmaar');
    expect(
      await found({ municipalityId: alkmaar, perspective: 'PROFESSIONAL', participationForm: 'BUDDY' }),
    ).toContain(name);
    expect(await found({ participationForm: 'SURVEY' })).not.toContain(name);
    expect(await found({ perspective: 'JONGERE' })).toEqual([]);
    const parent = await scene.make.person(scene.region, { given: 'Tie', family: 'Oud' });
    await scene.make.schoolTie(parent, '2025-09-01');
    await scene.make.schoolTie(
      await scene.make.person(scene.region, { given: 'Tie', family: 'Nieuw' }),
      '2026-10-01',
    );
    expect(await found({ tieConfirmedBefore: '2025-11-25' })).toEqual(['Tie Oud']);
    const visitor = await scene.make.person(scene.elsewhere, { given: 'Lid', family: 'Elders' });
    await scene.make.membership(await scene.make.network(scene.region), visitor);
    expect(await found({ regionId: scene.regionId })).toContain('Lid Elders');
  });

  test('by when the record was made', async () => {
    const names = await found({}, 'coordinator', ', orderBy: { field: CREATED_AT, direction: DESC }');
    expect(names.indexOf('Tie Nieuw')).toBeLessThan(names.indexOf('Anna van den Berg'));
  });
});
