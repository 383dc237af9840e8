import { nodeId } from '../../kernel/node-id.js';
import { SeatMakers } from '../../testing/makers/seat-makers.js';
import { startTestService } from '../../testing/test-service.js';
import { RegionScene } from '../../testing/region-scene.js';

const KINDS = [
  'PERSON',
  'OUDERNETWERK',
  'ADVISORY_BODY',
  'ADVISORY_SEAT',
  'ORGANISATION',
  'REGION',
  'MUNICIPALITY',
  'THEME',
];
const SEARCH = `query($text: String!, $kinds: [SearchKind!], $first: Int, $after: String) {
  search(text: $text, kinds: $kinds, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { kind score object { __typename id } } } }`;

let scene: RegionScene;
/** Whoever sees all, a part, and little. */
const VIEWERS = ['admin', 'coordinator', 'neighbour', 'secretary', 'supporter', 'trekker', 'nobody'];
const ids: Record<string, string> = {};

beforeAll(async () => {
  scene = await RegionScene.begin(await startTestService());
  const { make, region, elsewhere, service } = scene;
  const bodies = new SeatMakers(service.owner);
  for (const [where, at] of Object.entries({ here: region, there: elsewhere })) {
    const person = await make.person(at, { given: 'Alkma', family: `van ${where}` });
    const network = await make.network(at, { name: `Netwerk Alkmaar ${where}` });
    await make.trekkerschap(network, person, '[2026-01-01,)');
    const organisation = await make.organisation(at);
    await make.support(network, organisation);
    await service.owner.query('update organisations set official_name = $2 where id = $1', [
      organisation,
      `Stichting Alkmaar ${where}`,
    ]);
    const body = await bodies.body(at);
    await service.owner.query('update advisory_bodies set name = $2 where id = $1', [
      body,
      `Adviesraad Alkmaar ${where}`,
    ]);
    const seat = await bodies.seat(body);
    await service.owner.query('update advisory_seats set title = $2 where id = $1', [
      seat,
      `Ouder uit Alkmaar ${where}`,
    ]);
    Object.assign(ids, {
      [`person ${where}`]: nodeId('Person', person),
      [`network ${where}`]: nodeId('Oudernetwerk', network),
      [`organisation ${where}`]: nodeId('Organisation', organisation),
      [`body ${where}`]: nodeId('AdvisoryBody', body),
      [`seat ${where}`]: nodeId('AdvisorySeat', seat),
    });
    if (where === 'here') {
      await make.account('supporter', { role: 'SUPPORTER', organisationId: organisation });
      await make.account('trekker', { personId: person });
    }
  }
  await make.account('admin', { role: 'ADMIN' });
  await make.account('secretary', { role: 'SECRETARY', regionId: region });
  await make.account('nobody', {});
});
afterAll(() => scene.service.close());

interface Hit {
  readonly kind: string;
  readonly score: number;
  readonly object: { readonly __typename: string; readonly id: string };
}

async function searched(as: string, text: string, args: object = {}): Promise<Hit[]> {
  const { search } = await scene.ask(SEARCH, { text, first: 100, ...args }, as);
  expect([as, text, search.totalCount]).toEqual([as, text, search.nodes.length]);
  return search.nodes;
}
const found = async (as: string, text: string, args: object = {}) =>
  (await searched(as, text, args)).map(({ object }) => object.id).sort();

/** By the search of a list of its own. */
async function listed(as: string, list: string, type: string, text: string): Promise<string[]> {
  const query = `query($filter: ${type}Filter!) { ${list}(filter: $filter, first: 100) { nodes { id } } }`;
  const answer = await scene.ask(query, { filter: { search: text } }, as);
  return answer[list].nodes.map(({ id }: { id: string }) => id).sort();
}

describe.each(VIEWERS)('%s', (viewer) => {
  test.each(['Alkmaar', 'alkma', 'Alkma van here', 'netwerk there', 'Stichting Almaar', 'raad', 'qxzqxz'])(
    'finds of each kind by "%s" what its list finds',
    async (text) => {
      for (const [kind, list, type] of [
        ['PERSON', 'people', 'Person'],
        ['OUDERNETWERK', 'oudernetwerken', 'Oudernetwerk'],
        ['ADVISORY_BODY', 'advisoryBodies', 'AdvisoryBody'],
        ['ADVISORY_SEAT', 'advisorySeats', 'AdvisorySeat'],
        ['ORGANISATION', 'organisations', 'Organisation'],
      ] as const) {
        expect([kind, await found(viewer, text, { kinds: [kind] })]).toEqual([
          kind,
          await listed(viewer, list, type, text),
        ]);
      }
    },
  );

  test('finds all of it at once, the best first, page by page', async () => {
    const all = await searched(viewer, 'alkmaar');
    const each = await Promise.all(KINDS.map((kind) => found(viewer, 'alkmaar', { kinds: [kind] })));
    expect(all.map(({ object }) => object.id).sort()).toEqual(each.flat().sort());
    const ranks = all.map(({ score, kind }) => ({ score, at: KINDS.indexOf(kind) }));
    expect(ranks).toEqual([...ranks].sort((a, b) => b.score - a.score || a.at - b.at));
    const pages: string[] = [];
    for (let after: string | null = null; ;) {
      const { search }: { search: { nodes: Hit[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
        await scene.ask(SEARCH, { text: 'alkmaar', first: 2, after }, viewer);
      pages.push(...search.nodes.map(({ object }) => object.id));
      if (!search.pageInfo.hasNextPage) break;
      after = search.pageInfo.endCursor;
    }
    expect(pages).toEqual(all.map(({ object }) => object.id));
  });
});

test('everybody finds what everybody sees: places, themes and organisations', async () => {
  const kinds = async (text: string) => new Set((await searched('nobody', text)).map(({ kind }) => kind));
  expect(await kinds('Alkmaar')).toEqual(new Set(['ORGANISATION', 'MUNICIPALITY', 'REGION']));
  expect((await searched('nobody', 'JZ06'))[0]).toMatchObject({
    kind: 'REGION',
    score: 1,
    object: { __typename: 'Region', id: scene.regionId },
  });
  expect((await searched('nobody', 'jeugdbescherming'))[0]).toMatchObject({ kind: 'THEME' });
  expect((await searched('nobody', 'youth protection'))[0]).toMatchObject({ kind: 'THEME' });
});

test('a theme that is retired is found no more', async () => {
  const { owner } = scene.service;
  await owner.query(`update themes set retired_on = '2026-11-25' where code = 'RESPIJT'`);
  expect(await searched('nobody', 'respijt', { kinds: ['THEME'] })).toEqual([]);
  await owner.query(`update themes set retired_on = '2026-11-26' where code = 'RESPIJT'`);
  expect(await searched('nobody', 'respijt', { kinds: ['THEME'] })).toHaveLength(1);
});

test('what is hidden is not found, and changes nothing of the answer', async () => {
  const here = [
    'body here',
    'network here',
    'organisation here',
    'organisation there',
    'person here',
    'seat here',
  ];
  const mine = await found('coordinator', 'alkma');
  expect(
    Object.keys(ids)
      .filter((name) => mine.includes(ids[name]!))
      .sort(),
  ).toEqual(here.sort());
  const text = (await scene.service.ask('nobody', SEARCH, { text: 'van there', kinds: ['PERSON'] })).text;
  const absent = (await scene.service.ask('nobody', SEARCH, { text: 'qxz wqxz', kinds: ['PERSON'] })).text;
  expect(text).toBe(absent);
});

test('nothing is found by nothing, and of no kind', async () => {
  for (const text of ['', '  ', '\u200b']) expect(await searched('admin', text)).toEqual([]);
  expect(await searched('admin', 'Alkmaar', { kinds: [] })).toEqual([]);
});

test('a text that is too long is refused', async () => {
  const { data, errors } = await scene.service.ask('coordinator', SEARCH, { text: 'x'.repeat(101) });
  expect([data, errors?.[0].extensions.reason]).toEqual([null, 'TEXT_TOO_LONG']);
});
