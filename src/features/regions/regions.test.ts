import { nodeId } from '../../kernel/node-id.js';
import { Makers } from '../../testing/makers/makers.js';
import { startTestService, type TestService } from '../../testing/test-service.js';

let service: TestService;
let regionId: string;

beforeAll(async () => {
  service = await startTestService();
  const make = new Makers(service.owner);
  regionId = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId });
});
afterAll(() => service.close());

const ask = async (query: string, variables: object = {}) => {
  const { data, errors } = await service.ask('coordinator', query, variables);
  expect(errors).toBeUndefined();
  return data;
};

test('a region by id or by code, with what is above and in it; null for neither or an unknown one', async () => {
  const id = nodeId('Region', regionId);
  const data = await ask(`{
    byId: region(id: "${id}") { id code }
    byCode: region(code: "JZ06") { id name kind parent { code kind parent { code } } coordinatingOrganisation { name }
      municipalities { code name region { code } } }
    neither: region { id }
    both: region(id: "${id}", code: "JZ22") { id }
    unknown: region(code: "JZ99") { id }
  }`);
  expect(data).toMatchObject({ byId: { id, code: 'JZ06' }, neither: null, both: null, unknown: null });
  expect(data.byCode).toMatchObject({
    id,
    kind: 'JEUGDREGIO',
    parent: { code: 'NL', kind: 'LAND', parent: null },
  });
  const names: string[] = data.byCode.municipalities.map(({ name }: { name: string }) => name);
  expect(names).toContain('Alkmaar');
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'nl')));
  expect(
    new Set(data.byCode.municipalities.map(({ region }: { region: { code: string } }) => region.code)),
  ).toEqual(new Set(['JZ06']));
});

test('regions: 42 jeugdregio’s under one country, filtered and sorted', async () => {
  const data = await ask(
    `query($nl: ID) {
    land: regions(filter: { kind: [LAND] }) { totalCount nodes { code municipalities { id } } }
    jeugd: regions(first: 100, filter: { kind: [JEUGDREGIO] }) { totalCount nodes { code } }
    below: regions(filter: { parentId: $nl }) { totalCount }
    none: regions(filter: { kind: [] }) { totalCount }
    byName: regions(first: 100, orderBy: { field: NAME, direction: DESC }) { nodes { name } }
  }`,
    { nl: (await ask('{ region(code: "NL") { id } }')).region.id },
  );
  expect(data.land).toEqual({ totalCount: 1, nodes: [{ code: 'NL', municipalities: [] }] });
  expect(data.jeugd.totalCount).toBe(42);
  expect(data.below.totalCount).toBe(42);
  expect(data.none.totalCount).toBe(0);
  const codes = data.jeugd.nodes.map(({ code }: { code: string }) => code);
  expect(codes).toEqual([...codes].sort());
  expect(data.byName.nodes).toHaveLength(43);
});

test.each([
  ['jz06', 'JZ06'],
  ['noord kennemerland', 'JZ06'],
  ['Twente', 'JZ14'],
  ['twénte', 'JZ14'],
  ['fryslan', 'JZ02'],
])('a search for "%s" finds %s', async (search, code) => {
  const data = await ask(
    'query($search: String) { regions(filter: { search: $search }) { nodes { code } } }',
    { search },
  );
  expect(data.regions.nodes).toContainEqual({ code });
});

test('pages forwards and backwards give every region once, in one order', async () => {
  const seen: string[] = [];
  for (let after: string | null = null; ;) {
    const { regions } = await ask(
      'query($after: String) { regions(first: 10, after: $after) { nodes { code } pageInfo { hasNextPage hasPreviousPage endCursor } } }',
      { after },
    );
    expect(regions.pageInfo.hasPreviousPage).toBe(after !== null);
    seen.push(...regions.nodes.map(({ code }: { code: string }) => code));
    if (!regions.pageInfo.hasNextPage) break;
    after = regions.pageInfo.endCursor;
  }
  expect(seen).toHaveLength(43);
  const { regions: last } = await ask(
    '{ regions(last: 5) { nodes { code } pageInfo { hasNextPage hasPreviousPage startCursor } } }',
  );
  expect(last.nodes.map(({ code }: { code: string }) => code)).toEqual(seen.slice(-5));
  expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  const { regions: before } = await ask(
    'query($before: String) { regions(last: 5, before: $before) { nodes { code } } }',
    { before: last.pageInfo.startCursor },
  );
  expect(before.nodes.map(({ code }: { code: string }) => code)).toEqual(seen.slice(-10, -5));
});

test('themes in use, and none that is retired from today on', async () => {
  const all = (await ask('{ themes { code } }')).themes;
  await service.owner.query(`update themes set retired_on = '2026-11-26' where code = $1`, [all[0].code]);
  expect((await ask('{ themes { code } }')).themes).toEqual(all);
  await service.owner.query(`update themes set retired_on = '2026-11-25' where code = $1`, [all[0].code]);
  expect((await ask('{ themes { code } }')).themes).toEqual(all.slice(1));
});

test('a node by its id, and several in the order of their ids', async () => {
  const id = nodeId('Region', regionId);
  const gone = nodeId('Region', '00000000-0000-7000-8000-000000000000');
  const data = await ask(
    'query($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Region { code } } }',
    {
      ids: [gone, id, id],
    },
  );
  const region = { __typename: 'Region', id, code: 'JZ06' };
  expect(data.nodes).toEqual([null, region, region]);
});
