import { nodeId } from '../../kernel/node-id.js';
import { Makers } from '../../testing/makers/makers.js';
import { startTestService, type TestService } from '../../testing/test-service.js';

const ALL = `version displayName name { givenName infix familyName sortName } contact { email phone } note region { code }
  municipality { name } perspectives language participationForms availability { hoursPerMonth dayParts }`;
const CREATE = `mutation($input: PersonCreateInput!) { personCreate(input: $input) { errors { code path }
  person { id ${ALL} possibleDuplicates { displayName } } } }`;

let service: TestService;
let make: Makers;
let region: string;
let regionId: string;
let elsewhere: string;

beforeAll(async () => {
  service = await startTestService();
  make = new Makers(service.owner);
  region = await make.region('JZ06');
  regionId = nodeId('Region', region);
  elsewhere = await make.region('JZ22');
  await make.account('coordinator', { role: 'COORDINATOR', regionId: region });
  await make.account('neighbour', { role: 'COORDINATOR', regionId: elsewhere });
});
afterAll(() => service.close());

const ask = async (query: string, variables: object = {}, subject = 'coordinator') => {
  const { data, errors } = await service.ask(subject, query, variables);
  expect(errors).toBeUndefined();
  return data;
};
const found = async (filter: object, subject = 'coordinator', rest = ''): Promise<string[]> => {
  const { people } = await ask(
    `query($filter: PersonFilter) { people(first: 100, filter: $filter ${rest}) { totalCount nodes { displayName } } }`,
    { filter },
    subject,
  );
  expect(people.totalCount).toBe(people.nodes.length);
  return people.nodes.map(({ displayName }: { displayName: string }) => displayName);
};
const municipality = async (code: string, name: string): Promise<string> => {
  const { region: there } = await ask(`{ region(code: "${code}") { municipalities { id name } } }`);
  return there.municipalities.find((each: { name: string }) => each.name === name).id;
};

const complete = async () => ({
  regionId,
  municipalityId: await municipality('JZ06', 'Alkmaar'),
  name: { givenName: ' Amíra ', infix: 'el', familyName: 'Idrissi' },
  perspectives: ['OUDER', 'PROFESSIONAL'],
  language: 'AR',
  participationForms: ['BUDDY', 'SEAT'],
  availability: { hoursPerMonth: 6, dayParts: ['EVENING'] },
  contact: { email: 'amira@voorbeeld.nl', phone: '06 - 12 34 56 78' },
  note: 'Liever bellen na acht uur',
});

describe('finding people', () => {
  beforeAll(async () => {
    for (const [given, infix, family] of [
      ['Anna', 'van den', 'Berg'],
      ['Bas', undefined, 'Janssen'],
      ['Jára', undefined, 'Jánsen'],
      ['Zoë', undefined, 'Akkerman'],
      ['Cor', 'de', 'Ünal'],
    ] as const) {
      await make.person(region, { given, infix, family });
    }
    await make.person(elsewhere, { given: 'Verborgen', family: 'Janssen' });
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
    ['', []],
  ])('"%s" finds %j', async (search, names) => {
    const people = await found({ search });
    expect(people).toEqual(expect.arrayContaining(names));
    if (names.length === 0) expect(people).toEqual([]);
    else expect(names).toContain(people[0]);
  });

  test('hidden people are in no list, no count, no search, no node', async () => {
    const hidden = await make.person(elsewhere, { given: 'Geheim', family: 'Houder' });
    const count = async (subject: string) =>
      (await ask('{ people { totalCount } }', {}, subject)).people.totalCount;
    const before = await count('coordinator');
    await make.person(elsewhere, { given: 'Geheim', family: 'Tweede' });
    expect(await count('coordinator')).toBe(before);
    expect(await found({ search: 'Geheim' })).toEqual([]);
    expect(await found({ regionId: nodeId('Region', elsewhere) })).toEqual([]);
    expect(await found({ search: 'Geheim' }, 'neighbour')).toHaveLength(2);
    const id = nodeId('Person', hidden);
    expect(await ask(`{ person(id: "${id}") { id } node(id: "${id}") { id } }`)).toEqual({
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
      const { people } = await ask(
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
    const erased = await make.person(region);
    await service.owner.query('delete from person_details where person_id = $1', [erased]);
    expect((await found({})).at(-1)).toBe(`Persoon ${erased.slice(-6)}`);
    const [last] = (await ask('{ people(last: 1) { nodes { name { sortName } } } }')).people.nodes;
    expect(last.name).toBeNull();
  });

  test('filters: municipality, perspective, form, region of a role, ties to ask again about', async () => {
    const { personCreate } = await ask(CREATE, {
      input: { ...(await complete()), name: { givenName: 'Eén', familyName: 'Filter' } },
    });
    const name = personCreate.person.displayName;
    const alkmaar = await municipality('JZ06', 'Alkmaar');
    expect(
      await found({ municipalityId: alkmaar, perspective: 'PROFESSIONAL', participationForm: 'BUDDY' }),
    ).toContain(name);
    expect(await found({ participationForm: 'SURVEY' })).not.toContain(name);
    expect(await found({ perspective: 'JONGERE' })).toEqual([]);
    const parent = await make.person(region, { given: 'Tie', family: 'Oud' });
    await make.schoolTie(parent, '2025-09-01');
    await make.schoolTie(await make.person(region, { given: 'Tie', family: 'Nieuw' }), '2026-10-01');
    expect(await found({ tieConfirmedBefore: '2025-11-25' })).toEqual(['Tie Oud']);
    const visitor = await make.person(elsewhere, { given: 'Lid', family: 'Elders' });
    await make.membership(await make.network(region), visitor);
    expect(await found({ regionId })).toContain('Lid Elders');
  });

  test('by when the record was made', async () => {
    const names = await found({}, 'coordinator', ', orderBy: { field: CREATED_AT, direction: DESC }');
    expect(names.indexOf('Tie Nieuw')).toBeLessThan(names.indexOf('Anna van den Berg'));
  });
});
