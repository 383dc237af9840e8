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

  describe('spelt nearly right', () => {
    const JORIS = 'Joris ter Hoeksema';
    beforeAll(async () => {
      for (const [given, infix, family] of [
        ['Joris', 'ter', 'Hoeksema'],
        ['Joris', undefined, 'Hoekstra'],
        ['Sanne', undefined, 'Hoeksema'],
      ] as const) {
        await scene.make.person(scene.region, { given, infix, family });
      }
      await scene.make.person(scene.elsewhere, { given: 'Jris', family: 'Hoksma' });
    });

    test.each([
      ['as it is', 'Joris ter Hoeksema', [JORIS]],
      ['without infix, upside down', 'hoeksema, joris', [JORIS]],
      ['with another infix', 'Joris van der Hoeksema', [JORIS]],
      ['a letter left out in each word', 'Jors Hoeksma', [JORIS]],
      ['a letter doubled', 'Jorris Hoeksema', [JORIS]],
      ['a letter replaced, the first one', 'Joris Goeksema', [JORIS]],
      ['letters swapped', 'Joirs Hoeskema', [JORIS]],
      ['beginnings', 'jor hoeks', ['Joris Hoekstra', JORIS]],
      ['an initial', 'S. Hoeksema', ['Sanne Hoeksema', JORIS]],
      ['nobody is spelt so whom one sees: all are compared', 'Joris Hoksma', ['Joris Hoekstra', JORIS]],
    ])('%s: "%s" finds %j', async (_how, search, names) => {
      const people = await found({ search });
      expect(people[0]).toBe(names[0]);
      expect(people.sort()).toEqual([...names].sort());
    });

    test('whether somebody is spelt so depends on whom one sees', async () => {
      await scene.make.account('national', { role: 'ADMIN' });
      expect(await found({ search: 'Joris Hoksma' }, 'neighbour')).toEqual(['Jris Hoksma']);
      expect(await found({ search: 'Joris Hoksma' }, 'national')).toEqual(['Jris Hoksma']);
      expect(await found({ search: 'Jorri Hoekksama' }, 'neighbour')).toEqual([]);
      expect(await found({ search: 'Joris Hoeksteen' }, 'national')).toEqual(
        await found({ search: 'Joris Hoeksteen' }),
      );
    });

    test.each(['hoeksema', 'Joris Hoksma'])(
      '"%s" is one list, page by page and from its end',
      async (search) => {
        const whole = await found({ search });
        const paged = async (size: string, by: 'endCursor' | 'startCursor') => {
          const names: string[][] = [];
          for (let cursor: string | null = null; ;) {
            const { people } = await scene.ask(
              `query($search: String, $cursor: String) { people(${size}: $cursor, filter: { search: $search }) {
              totalCount nodes { displayName } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
              { search, cursor },
            );
            expect(people.totalCount).toBe(whole.length);
            names.push(people.nodes.map((each: { displayName: string }) => each.displayName));
            if (!people.pageInfo[by === 'endCursor' ? 'hasNextPage' : 'hasPreviousPage']) return names;
            cursor = people.pageInfo[by];
          }
        };
        expect(whole.length).toBeGreaterThan(1);
        expect((await paged('first: 1, after', 'endCursor')).flat()).toEqual(whole);
        expect((await paged('last: 1, before', 'startCursor')).reverse().flat()).toEqual(whole);
      },
    );
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

  describe('outside the own regions', () => {
    const NAME = 'mutation($input: PersonUpdateInput!) { personUpdate(input: $input) { errors { code } } }';
    let person: string;
    beforeAll(async () => {
      const { make, region } = scene;
      const organisation = await make.organisation(region, 'OUDER_JEUGDSTEUNPUNT');
      const network = await make.network(region);
      await make.support(network, organisation);
      await make.account('supporter', { role: 'SUPPORTER', organisationId: organisation });
      const trekker = await make.person(region, { given: 'Trijntje', family: 'Trekster' });
      await make.trekkerschap(network, trekker, '[2026-01-01,)');
      await make.account('trekker', { personId: trekker });
      person = await make.person(region, { given: 'Wubbechien', family: 'Oosterveld' });
      await make.membership(network, person);
      const thoughtOf = await make.person(region, { given: 'Wubbegien', family: 'Westerveld' });
      await make.candidate(await make.successionPlan(network), thoughtOf);
    });

    test('members are found by whoever supports or leads their network, candidates by whoever supports it', async () => {
      expect(await found({ search: 'Wubbechien' }, 'supporter')).toEqual([
        'Wubbechien Oosterveld',
        'Wubbegien Westerveld',
      ]);
      expect(await found({ search: 'Wubbechien' }, 'trekker')).toEqual(['Wubbechien Oosterveld']);
      expect(await found({ search: 'Trijntje' }, 'trekker')).toEqual(['Trijntje Trekster']);
    });

    test('by the name that they have now, and by none that was erased', async () => {
      const named = { id: nodeId('Person', person), expectedVersion: 1 };
      const name = { givenName: 'Aaltje', familyName: 'Oosterveld' };
      const { personUpdate } = await scene.ask(NAME, { input: { ...named, patch: { name } } });
      expect(personUpdate.errors).toEqual([]);
      expect(await found({ search: 'Aaltje' }, 'supporter')).toEqual(['Aaltje Oosterveld']);
      expect(await found({ search: 'Wubbechien' }, 'supporter')).toEqual(['Wubbegien Westerveld']);
      await scene.service.owner.query('delete from person_details where person_id = $1', [person]);
      expect(await found({ search: 'Aaltje' }, 'supporter')).toEqual([]);
    });
  });
});
