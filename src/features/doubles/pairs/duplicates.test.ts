import { nodeId } from '../../../kernel/node-id.js';
import { RegionScene } from '../../../testing/region-scene.js';
import { startTestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';

const DUPLICATES = `query($regionId: ID!, $first: Int, $after: String) {
  duplicates(regionId: $regionId, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { person { id } other { id } reasons certainty } } }`;
const TELL_APART = `mutation($input: PersonTellApartInput!) { personTellApart(input: $input) {
  person { possibleDuplicates { id } } errors { code path } } }`;

let scene: RegionScene;
let network: string;

beforeAll(async () => {
  scene = await RegionScene.begin(await startTestService());
  const { make, region } = scene;
  network = await make.network(region);
  const organisation = await make.organisation(region);
  await make.support(network, organisation);
  await make.account('admin', { role: 'ADMIN' });
  await make.account('supporter', { role: 'SUPPORTER', organisationId: organisation });
  await make.account('country', { role: 'COORDINATOR', regionId: await make.region('NL') });
});
afterAll(() => scene.service.close());

let many = 0;

interface Facts {
  readonly name?: readonly [given: string, family: string];
  readonly email?: string;
  readonly phone?: string;
  readonly member?: true;
  readonly elsewhere?: true;
}

/** Somebody with a name of their own, unless it is said. */
async function someone({ name, email, phone, member, elsewhere }: Facts = {}): Promise<string> {
  const [given, family] = name ?? [`Alleen${++many}`, `Uniek${many}`];
  const id = await scene.make.person(elsewhere ? scene.elsewhere : scene.region, { given, family });
  await scene.service.owner.query(
    'insert into person_contacts (person_id, email, phone) select $1, $2, $3 where $2::text is not null or $3::text is not null',
    [id, email, phone],
  );
  if (member) await scene.make.membership(network, id);
  return id;
}

async function pairs(subject = 'coordinator', regionId = scene.regionId) {
  const { duplicates } = await scene.ask(DUPLICATES, { regionId, first: 100 }, subject);
  expect(duplicates.totalCount).toBe(duplicates.nodes.length);
  return duplicates.nodes as {
    person: { id: string };
    other: { id: string };
    reasons: string[];
    certainty: string;
  }[];
}

const isOf = (...people: string[]) => {
  const ids = people.map((id) => nodeId('Person', id));
  return ({ person, other }: { person: { id: string }; other: { id: string } }) =>
    ids.includes(person.id) && ids.includes(other.id);
};

async function pairOf(one: Facts, other: Facts, subject = 'coordinator') {
  const both = [await someone(one), await someone(other)];
  const found = (await pairs(subject)).find(isOf(...both));
  return found && { reasons: found.reasons, certainty: found.certainty };
}

const FATIMA = ['Fatima', 'Yılmaz'] as const;

test.each<
  [what: string, one: Facts, other: Facts, found: { reasons: string[]; certainty: string } | undefined]
>([
  [
    'a name and an address',
    { name: ['Wim', 'Aerts'], email: 'Wim@voorbeeld.nl' },
    { name: ['wim', 'aerts'], email: 'wim@voorbeeld.nl' },
    { reasons: ['SAME_EMAIL', 'SAME_NAME'], certainty: 'HIGH' },
  ],
  [
    'a name spelt otherwise, and a number',
    { name: ['Fatima', 'el Idrissi'], phone: '+31612345678' },
    { name: ['Fatma', 'el Idrissi'], phone: '+31612345678' },
    { reasons: ['SAME_PHONE', 'SIMILAR_NAME'], certainty: 'HIGH' },
  ],
  [
    'a name and a network',
    { name: FATIMA, member: true },
    { name: ['Fatima', 'Yilmaz'], member: true },
    { reasons: ['SAME_NAME', 'SAME_NETWORK'], certainty: 'MEDIUM' },
  ],
  [
    'a name only',
    { name: ['Jo', 'Bos'] },
    { name: ['Jo', 'Bos'] },
    { reasons: ['SAME_NAME'], certainty: 'LOW' },
  ],
  [
    'a spouse with the same address',
    { email: 'gezin@voorbeeld.nl' },
    { email: 'gezin@voorbeeld.nl' },
    { reasons: ['SAME_EMAIL'], certainty: 'LOW' },
  ],
  ['a resemblance only', { name: ['Annemarie', 'Zwart'] }, { name: ['Annemieke', 'Zwart'] }, undefined],
  ['a network only', { member: true }, { member: true }, undefined],
  [
    'an address in another region',
    { email: 'ver@voorbeeld.nl' },
    { email: 'ver@voorbeeld.nl', elsewhere: true },
    undefined,
  ],
  [
    'a name in another region',
    { name: ['Ver', 'Weg'] },
    { name: ['Ver', 'Weg'], elsewhere: true },
    undefined,
  ],
])('two with %s', async (_, one, other, found) => {
  expect(await pairOf(one, other)).toEqual(found);
});

test('the most certain come first, page by page', async () => {
  const all = (await pairs()).map(({ certainty }) => ['HIGH', 'MEDIUM', 'LOW'].indexOf(certainty));
  expect(all).toEqual([...all].sort());
  const { duplicates } = await scene.ask(DUPLICATES, { regionId: scene.regionId, first: 1 });
  const after = duplicates.pageInfo.endCursor;
  const next = await scene.ask(DUPLICATES, { regionId: scene.regionId, first: 1, after });
  expect(next.duplicates.nodes[0]).not.toEqual(duplicates.nodes[0]);
  expect(duplicates.pageInfo.hasNextPage).toBe(true);
});

test('they are for coordinators of the region, who see both', async () => {
  const name = ['Een', 'Vandetwee'] as const;
  const both = [await someone({ name, member: true }), await someone({ name, member: true })];
  expect((await pairs()).filter(isOf(...both))).toHaveLength(1);
  expect((await pairs('country')).filter(isOf(...both))).toHaveLength(1);
  for (const subject of ['neighbour', 'admin', 'supporter']) expect(await pairs(subject)).toEqual([]);
  expect(await pairs('country', nodeId('Region', await scene.make.region('NL')))).toEqual([]);
});

test('an address counts where it may be seen: who only had a part here is compared by name', async () => {
  const name = ['Gast', 'Vanelders'] as const;
  const guest = await someone({ name, email: 'gast@voorbeeld.nl', elsewhere: true });
  await scene.make.membership(network, guest, '[2025-01-01,2025-12-31)');
  const here = await someone({ name, email: 'gast@voorbeeld.nl' });
  expect((await pairs()).find(isOf(guest, here))!.reasons).toEqual(['SAME_NAME']);
});

test('what is the same of them counts where it may be seen: no school and no network of somebody elsewhere', async () => {
  const { make, region, elsewhere, service } = scene;
  const name = ['Gast', 'Metschool'] as const;
  const guest = await someone({ name, elsewhere: true });
  await make.membership(network, guest, '[2025-01-01,2025-12-31)');
  const here = await someone({ name });
  const [school, there] = [await make.organisation(region), await make.network(elsewhere)];
  for (const personId of [guest, here]) {
    await service.owner.query(
      `insert into school_ties (id, person_id, stage, school_year_start, school_id, confirmed_on)
       values (gen_random_uuid(), $1, 'BO', 2026, $2, '2026-09-01')`,
      [personId, school],
    );
    await make.membership(there, personId, '[2025-01-01,2025-12-31)');
  }
  const reasons = async () => (await pairs()).find(isOf(guest, here))!.reasons;
  expect(await reasons()).toEqual(['SAME_NAME']);
  // where they take part, both may be seen
  await make.membership(network, guest);
  await make.membership(network, here);
  expect(await reasons()).toEqual(['SAME_NAME', 'SAME_NETWORK', 'SAME_SCHOOL']);
});

test('who died is nobody’s double', async () => {
  const name = ['Laatste', 'Groet'] as const;
  const [one, other] = [await someone({ name }), await someone({ name })];
  await scene.service.owner.query(`update people set deceased_on = '2026-11-01' where id = $1`, [one]);
  expect((await pairs()).filter(isOf(one, other))).toEqual([]);
});

async function tellApart(personId: string, otherId: string, apart = true, subject = 'coordinator') {
  const input = { personId: nodeId('Person', personId), otherId: nodeId('Person', otherId), apart };
  return scene.service.ask(subject, TELL_APART, { input });
}

test('a pair that is told apart is proposed no more, until that is taken back', async () => {
  const name = ['Twee', 'Mensen'] as const;
  const [one, other] = [await someone({ name }), await someone({ name })];
  expect((await tellApart(one, other)).data.personTellApart).toEqual({
    person: { possibleDuplicates: [] },
    errors: [],
  });
  expect((await pairs()).filter(isOf(one, other))).toEqual([]);
  const again = await unchanged(scene.service.owner, () => tellApart(other, one));
  expect(again.data.personTellApart.errors).toEqual([]);
  expect((await tellApart(other, one, false)).data.personTellApart).toEqual({
    person: { possibleDuplicates: [{ id: nodeId('Person', one) }] },
    errors: [],
  });
  expect((await pairs()).filter(isOf(one, other))).toHaveLength(1);
});

test('nobody tells apart whom they do not see, or keep, or one from themselves', async () => {
  const { owner } = scene.service;
  const [here, there] = [await someone({ member: true }), await someone({ elsewhere: true })];
  const guest = await someone({ elsewhere: true, member: true });
  const refused = async (...asked: Parameters<typeof tellApart>) => {
    const { data, errors } = await unchanged(owner, () => tellApart(...asked));
    return errors?.[0].extensions.reason ?? errors?.[0].extensions.code ?? data.personTellApart.errors;
  };
  expect(await refused(here, there)).toEqual([{ code: 'NOT_FOUND', path: ['input', 'otherId'] }]);
  expect(await refused(here, here)).toEqual([{ code: 'SAME_RECORD', path: ['input', 'otherId'] }]);
  expect(await refused(guest, await someone({ elsewhere: true, member: true }))).toBe('FORBIDDEN');
  expect(await refused(here, guest, true, 'supporter')).toBe('FORBIDDEN');
});

test.each([
  ['gevonden@voorbeeld.nl', ' Gevonden@Voorbeeld.nl'],
  ['+31687654321', '06 - 8765 4321'],
])('%s is found as %j, by whoever may see it', async (stored, written) => {
  const there = await someone({
    elsewhere: true,
    member: true,
    ...(stored.includes('@') ? { email: stored } : { phone: stored }),
  });
  const found = async (subject: string, reachedBy = written) => {
    const query = 'query($filter: PersonFilter) { people(filter: $filter) { totalCount nodes { id } } }';
    const { people } = await scene.ask(query, { filter: { reachedBy } }, subject);
    expect(people.totalCount).toBe(people.nodes.length);
    return people.nodes.map(({ id }: { id: string }) => id);
  };
  const id = nodeId('Person', there);
  for (const subject of ['coordinator', 'neighbour', 'country']) expect(await found(subject)).toEqual([id]);
  // the supporter sees them, and not how they are reached
  for (const subject of ['admin', 'supporter']) expect(await found(subject)).toEqual([]);
  expect(await found('coordinator', written.slice(0, -1))).toEqual([]);
});
