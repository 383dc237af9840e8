import {
  getNamedType,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  isInputObjectType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { v7 as uuid } from 'uuid';
import { nodeId } from '../../../kernel/node-id.js';
import { inputPlaces, type InputPlace, spoiled } from './testing/input-places.js';
import { Makers } from '../../../testing/makers/makers.js';
import { SeatMakers } from '../../../testing/makers/seat-makers.js';
import { type Answer, startTestService, type TestService } from '../../../testing/test-service.js';
import { unchanged } from '../../../testing/unchanged.js';
import { testSchema } from '../../../testing/schema.js';

const schema = testSchema();
const QUERIES = Object.values(schema.getQueryType()!.getFields()).filter(({ args }) => args.length > 0);

let service: TestService;
let regionId: string;
/** Parents of lists: the query that gives one, and its id. */
let parents: Readonly<Record<string, { query: string; id: string }>>;

beforeAll(async () => {
  service = await startTestService();
  const [make, seats] = [new Makers(service.owner), new SeatMakers(service.owner)];
  regionId = await make.region('JZ06');
  await make.account('coordinator', { role: 'COORDINATOR', regionId });
  const organisation = await make.organisation(regionId);
  for (let n = 0; n < 3; n++) {
    const person = await make.person(regionId);
    const network = await make.network(regionId, {
      name: `Netwerk ${n}`,
      activeFrom: '2026-01-01',
      ledBy: person,
    });
    await make.support(network, organisation);
    await seats.body(regionId);
  }
  const body = await seats.body(regionId);
  for (let n = 0; n < 3; n++) await seats.seat(body);
  parents = {
    Organisation: { query: 'organisation', id: nodeId('Organisation', organisation) },
    AdvisoryBody: { query: 'advisoryBody', id: nodeId('AdvisoryBody', body) },
    Region: { query: 'region', id: nodeId('Region', regionId) },
  };
});
afterAll(() => service.close());

type Field = GraphQLField<unknown, unknown>;

/** The field with every required argument good, and one value spoiled. */
function ask(field: Field, place: InputPlace, value: unknown): Promise<Answer> {
  const [name = ''] = place.path;
  const good = Object.fromEntries(
    field.args.filter(isRequiredArgument).map((arg) => [arg.name, goodValue(arg.name)]),
  );
  const variables = spoiled(good, place.path, place.list ? [value] : value);
  const order =
    place.path[0] === 'orderBy' && place.path[1] === 'direction' ? { field: firstOrderOf(field) } : {};
  if (place.path[0] === 'orderBy')
    Object.assign(variables, { orderBy: { ...order, ...(variables['orderBy'] as object) } });
  const used = field.args.filter((arg) => arg.name === name || arg.name in good);
  const declared = used.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const given = used.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return service.ask(
    'coordinator',
    `query(${declared}) { ${field.name}(${given}) { __typename ${rowsOf(field)} } }`,
    variables,
  );
}

/** A field that a list can be sorted by. */
function firstOrderOf(field: Field): string {
  const order = getNamedType(
    field.args.find(({ name }) => name === 'orderBy')!.type,
  ) as GraphQLInputObjectType;
  return (getNamedType(order.getFields().field!.type) as GraphQLEnumType).getValues()[0]!.name;
}

function goodValue(argument: string): unknown {
  if (argument === 'on') return '2026-12-01';
  if (argument === 'seatId') return nodeId('AdvisorySeat', uuid());
  if (/^(personId|survivorId|otherId)$/.test(argument)) return nodeId('Person', uuid());
  const id = nodeId('Region', uuid());
  return argument === 'ids' ? [id] : id;
}

/** A connection reads its page only if rows are selected. */
function rowsOf(field: Field): string {
  const type = schema.getType(String(field.type).replace(/[!\[\]]/g, ''));
  return isObjectType(type) && 'edges' in type.getFields() ? 'edges { cursor }' : '';
}

/** Everything whose filter has a search, wherever it stands: its type and its name. */
const SEARCHES: [string, string][] = [];
for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
  for (const { name, args } of Object.values(type.getFields())) {
    const filter = schema.getType(String(args.find((arg) => arg.name === 'filter')?.type));
    if (isInputObjectType(filter) && 'search' in filter.getFields()) SEARCHES.push([type.name, name]);
  }
}

describe('a search for nothing that can be seen is no search', () => {
  test('of every list that has one', () => {
    const lists = SEARCHES.map((each) => each.join('.'));
    expect(lists).toEqual(
      expect.arrayContaining(['Query.people', 'Query.oudernetwerken', 'Query.trekkerOuders']),
    );
  });

  test.each(SEARCHES)('%s.%s', async (type, name) => {
    const parent = parents[type];
    const [open, close] = parent ? [`parent: ${parent.query}(id: "${parent.id}") {`, '}'] : ['', ''];
    const { args } = (schema.getType(type) as GraphQLObjectType).getFields()[name]!;
    const filterType = String(args.find((arg) => arg.name === 'filter')!.type);
    const rows = '{ totalCount nodes { id } edges { cursor } }';
    const found = async (declared: string, given: string, variables = {}) => {
      const { data, errors } = await service.ask(
        'coordinator',
        `query${declared} { ${open} list: ${name}${given} ${rows} ${close} }`,
        variables,
      );
      expect(errors).toBeUndefined();
      return (parent ? data.parent : data).list;
    };
    const all = await found('', '(first: 5)');
    expect(all.totalCount).toBeGreaterThan(2);
    const ways: ((search: string) => Promise<unknown>)[] = [
      (search) => found('', `(first: 5, filter: { search: ${JSON.stringify(search)} })`),
      (search) => found('($search: String)', '(first: 5, filter: { search: $search })', { search }),
      (search) => found(`($filter: ${filterType})`, '(first: 5, filter: $filter)', { filter: { search } }),
    ];
    for (const look of ways) {
      // first and last: what was planned for one is not used for the other
      expect(await look('qwxyz')).toMatchObject({ totalCount: 0 });
      for (const blank of ['', '  ', '\u200b\u2060', '\u3164\u00a0']) expect(await look(blank)).toEqual(all);
      expect(await look('qwxyz')).toMatchObject({ totalCount: 0 });
    }
  });
});

const junkCursors = [
  'x',
  Buffer.from('[]').toString('base64url'),
  Buffer.from('{"__proto__":1}').toString('base64url'),
  Buffer.from(JSON.stringify(['oudernetwerken.NAME.ASC', 'a', 'not-a-uuid'])).toString('base64url'),
  'A'.repeat(20_000),
];

function valuesFor({ type, path }: InputPlace): unknown[] {
  const halves = ['a\0b', '\ud800'];
  if (['after', 'before'].includes(path[0]!)) return [...halves, ...junkCursors];
  if (['first', 'last'].includes(path[0]!)) return [0, 101, -1, 2 ** 31, 1.5, '5'];
  if (type === 'String') return halves;
  if (type === 'ID') return [...halves, '', 'x', nodeId('Viewer', uuid())];
  if (type === 'Date') return ['2026-02-30', '0000-01-01', '10000-01-01', 'gisteren', 1];
  if (type === 'Boolean') return ['true', 1];
  return ['NOOIT', 1, {}];
}

test.each(QUERIES.map((field) => [field.name, field] as const))(
  '%s refuses bad arguments, naming them',
  async (_name, field) => {
    const wrong = await unchanged(service.owner, async () => {
      const complaints: unknown[] = [];
      for (const place of field.args.flatMap((arg) => inputPlaces(arg))) {
        for (const value of valuesFor(place)) {
          const { status, errors } = await ask(field, place, value);
          const [error] = errors ?? [];
          const named = place.path.join('.');
          if (
            status >= 500 ||
            error?.extensions.code !== 'BAD_USER_INPUT' ||
            !error.message.includes(named)
          ) {
            complaints.push([place.path, String(value).slice(0, 60), status, errors]);
          }
        }
      }
      return complaints;
    });
    expect(wrong).toEqual([]);
  },
);

test.each([
  ['{ people(first: 5, last: 5) { nodes { id } } }', 'last'],
  ['{ oudernetwerken { nodes { trekkerschappen(first: 101) { nodes { id } } } } }', 'first'],
  ['{ oudernetwerken { nodes { members(first: 0) { nodes { id } } } } }', 'first'],
  ['{ oudernetwerken { nodes { activities(after: "x") { nodes { id } } } } }', 'after'],
  ['{ oudernetwerken { nodes { trekkers(on: "2026-02-30") { id } } } }', 'on'],
  ['{ oudernetwerken(filter: { search: "\\u0000" }) { nodes { id } } }', 'filter.search'],
  ['{ people(filter: { perspective: NOOIT }) { nodes { id } } }', 'filter.perspective: kies een van '],
  ['{ nodes(ids: ["x"]) { id } }', 'ids.0'],
])('%s is refused', async (query, named) => {
  const { status, errors } = await service.ask('coordinator', query);
  expect(status).toBeLessThan(500);
  expect(errors[0]).toMatchObject({
    message: expect.stringContaining(named),
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

describe('a cursor', () => {
  const page = (query: string, after: string) =>
    service.ask('coordinator', `query($after: String) { list: ${query} { edges { cursor } } }`, { after });
  const firstCursor = async (query: string): Promise<string> =>
    (await service.ask('coordinator', `{ list: ${query} { edges { cursor } } }`)).data.list.edges[0].cursor;

  test.each([
    ['people(first: 1)', 'oudernetwerken(after: $after)'],
    ['oudernetwerken(first: 1)', 'people(after: $after)'],
    ['oudernetwerken(first: 1)', 'organisations(after: $after)'],
    ['people(first: 1)', 'people(after: $after, orderBy: { field: NAME, direction: DESC })'],
    ['people(first: 1)', 'people(after: $after, orderBy: { field: CREATED_AT })'],
    ['people(first: 1)', 'people(after: $after, filter: { search: "Proef" })'],
    ['oudernetwerken(first: 1)', 'oudernetwerken(after: $after, orderBy: { field: ACTIVE_FROM })'],
  ])('of %s does not fit in %s', async (from, into) => {
    const { errors } = await page(into, await firstCursor(from));
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('after'),
      extensions: { reason: 'BAD_CURSOR' },
    });
  });

  test.each([
    ['oudernetwerken(after: $after, orderBy: { field: ACTIVE_FROM })', '2026-02-30'],
    ['oudernetwerken(after: $after, orderBy: { field: ACTIVE_FROM })', '0000-01-01'],
    ['people(after: $after, orderBy: { field: CREATED_AT })', '9999-99-99 99:99:99+99'],
    ['people(after: $after, filter: { search: "Proef" })', '1e400'],
    ['people(after: $after, filter: { search: "Proef" })', '1'.repeat(500)],
    ['people(after: $after)', 'a\ud800'],
  ])('of ours with another key is refused or harmless: %s, %s', async (into, key) => {
    const good = await firstCursor(into.replace('after: $after', 'first: 1'));
    const [tag, , id] = JSON.parse(Buffer.from(good, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify([tag, key, id])).toString('base64url');
    const { status, errors } = await page(into, forged);
    expect(status).toBeLessThan(500);
    expect(errors?.[0].extensions.code ?? 'BAD_USER_INPUT').toBe('BAD_USER_INPUT');
  });
});

test('what is merely strange is answered', async () => {
  const search = ['x'.repeat(100), '%', "'; drop table people; --", '()*', '😀'];
  for (const text of search) {
    const { status, errors, data } = await service.ask(
      'coordinator',
      'query($t: String) { people(filter: { search: $t }) { totalCount } oudernetwerken(filter: { search: $t }) { totalCount } }',
      { t: text },
    );
    expect([status, errors]).toEqual([200, undefined]);
    expect(data.people.totalCount).toBe(0);
  }
  const unknown = nodeId('Region', uuid());
  const { data } = await service.ask(
    'coordinator',
    `{ people(filter: { regionId: "${unknown}" }) { totalCount } node(id: "${unknown}") { id } }`,
  );
  expect(data).toEqual({ people: { totalCount: 0 }, node: null });
});
