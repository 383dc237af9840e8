import { getNamedType, type GraphQLEnumType, type GraphQLInputObjectType, isInputObjectType } from 'graphql';
import { v7 as uuid } from 'uuid';
import { nodeId } from '../../kernel/node-id.js';
import {
  isAmong,
  OBJECT_NAMES,
  type ObjectName,
  OBJECTS,
  type Principal,
  PRINCIPALS,
  sees,
} from './access-objects.js';
import { FILTERS, OWN_PERSON, OWN_ROLES, PLAIN_FILTERS, QUERIES, SEAT_FILTERS } from './access-queries.js';
import { forbiddenNulls, idsIn } from './access-walk.js';
import { type AccessWorld, makeAccessWorld } from './access-world.js';
import { Makers } from '../makers/makers.js';
import { startTestService, type TestService } from '../test-service.js';
import { testSchema } from '../schema.js';

const EVERY_FILTER = { ...FILTERS, ...SEAT_FILTERS };
/** there are regions, organisations and themes enough that do not belong to this world */
const OURS = [
  'Person',
  'Oudernetwerk',
  'Ervaringsdeskundige',
  'AdvisoryBody',
  'AdvisorySeat',
  'SeatInvitation',
];

const schema = testSchema();
const fields = schema.getQueryType()!.getFields();
const PAGE = '{ totalCount nodes { id } edges { cursor node { id } } pageInfo { endCursor hasNextPage } }';
let service: TestService;
let world: AccessWorld;

beforeAll(async () => {
  service = await startTestService();
  world = await makeAccessWorld(service.owner, new Makers(service.owner));
});
afterAll(() => service.close());

const another = (type: string) => nodeId(type, uuid());
const seenOf = (principal: Principal, names: readonly ObjectName[]) =>
  names.filter((name) => sees(principal, name));
const namesOf = (ids: readonly string[]) => OBJECT_NAMES.filter((name) => ids.includes(world.ids[name]));
const ofType = (type: string) =>
  OBJECT_NAMES.filter((name) => type === 'Node' || OBJECTS[name].type === type);

/** The whole answer, with the requested value taken out. */
async function textOf(subject: string | null, query: string, value: unknown): Promise<string> {
  const { text, status } = await service.ask(subject, query, { value });
  return `${status} ${text}`.replaceAll(JSON.stringify(value), 'ASKED');
}

test('the table names every query and every filter', () => {
  expect(Object.keys(QUERIES).sort()).toEqual(Object.keys(fields).sort());
  const filters = Object.values(schema.getTypeMap())
    .filter((type): type is GraphQLInputObjectType => isInputObjectType(type) && type.name.endsWith('Filter'))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
  expect([...Object.keys(EVERY_FILTER), ...PLAIN_FILTERS.split(/\s+/)].sort()).toEqual(filters.sort());
});

test.each([
  [null, 'UNAUTHENTICATED'],
  ['nobody we know', 'NO_ACCOUNT'],
])('%s is refused every query, whatever it names', async (subject, reason) => {
  for (const [field, access] of Object.entries(QUERIES)) {
    const isPage = fields[field]!.args.some(({ name }) => name === 'first');
    const isDeparture = 'departure' in access;
    const isPreview = 'preview' in access;
    const plain = isPreview
      ? '{ goesOver { id } }'
      : isDeparture
        ? '{ openItems }'
        : 'fixed' in access
          ? access.fixed
          : 'erasure' in access
            ? '{ goes { rows } }'
            : '{ id }';
    const counted =
      'work' in access || 'audit' in access || 'matches' in access || 'search' in access || 'pairs' in access;
    const selection = counted ? '{ totalCount }' : isPage ? PAGE : plain;
    const [argument] = fields[field]!.args.filter(({ name }) =>
      /^(id|ids|personId|regionId|seatId|subjectId|survivorId)$/.test(name),
    );
    const more = isDeparture ? ', on: "2027-01-31"' : isPreview ? ', otherId: $value' : '';
    const searched = 'search' in access ? '(text: "x")' : '';
    const given = argument ? `(${argument.name}: $value${more})` : searched;
    const query = `query${argument ? `($value: ${String(argument.type)})` : ''} { ${field}${given} ${selection} }`;
    const values = argument
      ? [world.ids.stranger, world.ids.network, world.ids.seat, another('Person'), another('Region')]
      : [null];
    const texts = new Set<string>();
    for (const value of values) texts.add(await textOf(subject, query, value));
    expect([...texts].join()).toContain(`"code":"UNAUTHENTICATED","reason":"${reason}"`);
    expect([field, texts.size]).toEqual([field, 1]);
  }
});

const singles = Object.entries(QUERIES).flatMap(([field, access]) =>
  'one' in access && field !== 'nodes' ? [[field, access.one]] : [],
);

test.each(singles as [string, string][])(
  '%s shows what is seen; hidden and not there alike',
  async (field, type) => {
    const query = `query($value: ID!) { answer: ${field}(id: $value) { id __typename } }`;
    for (const principal of PRINCIPALS) {
      const subject = world.subjects[principal];
      const notThere = new Map<string, string>();
      for (const name of ofType(type)) {
        const seen = sees(principal, name);
        const text = await textOf(subject, query, world.ids[name]);
        expect([principal, name, /"id" ?: ?ASKED/.test(text)]).toEqual([principal, name, seen]);
        if (seen) continue;
        const kind = OBJECTS[name].type;
        if (!notThere.has(kind)) notThere.set(kind, await textOf(subject, query, another(kind)));
        expect([principal, name, text]).toEqual([principal, name, notThere.get(kind)]);
      }
    }
  },
);

test('nodes shows what is seen; hidden and not there alike', async () => {
  const query = 'query($value: [ID!]!) { answer: nodes(ids: $value) { id __typename } }';
  for (const principal of PRINCIPALS) {
    const ask = (ids: string[]) => service.ask(world.subjects[principal], query, { value: ids });
    const { data, text } = await ask(OBJECT_NAMES.map((name) => world.ids[name]));
    const shown = OBJECT_NAMES.map((name) => (sees(principal, name) ? world.ids[name] : undefined));
    expect([principal, data.answer.map((node: { id: string } | null) => node?.id)]).toEqual([
      principal,
      shown,
    ]);
    const instead = OBJECT_NAMES.map((name) =>
      sees(principal, name) ? world.ids[name] : another(OBJECTS[name].type),
    );
    expect([principal, (await ask(instead)).text]).toEqual([principal, text]);
  }
});

/** Every order of a list, both ways; '' is its default order. */
function ordersOf(field: string): string[] {
  const orderBy = fields[field]!.args.find(({ name }) => name === 'orderBy');
  if (!orderBy) return [''];
  const input = getNamedType(orderBy.type) as GraphQLInputObjectType;
  const values = (getNamedType(input.getFields()['field']!.type) as GraphQLEnumType).getValues();
  return [
    '',
    ...values.flatMap(({ name }) =>
      ['ASC', 'DESC'].map((way) => `orderBy: { field: ${name}, direction: ${way} }`),
    ),
  ];
}

const lists = Object.entries(QUERIES).flatMap(([field, access]) =>
  'list' in access ? [[field, access]] : [],
);

describe.each(lists as [string, { list: string; filter?: string; only?: ObjectName[] }][])(
  '%s',
  (field, { list, filter, only }) => {
    const isPage = fields[field]!.args.some(({ name }) => name === 'first');
    const named = only ?? ofType(list);
    const exact = OURS.includes(list);

    test.each(PRINCIPALS)(
      'lists for %s what they see, in every order, counted, page by page',
      async (principal) => {
        for (const order of isPage ? ordersOf(field) : ['']) {
          const ids: string[] = [];
          for (let after: string | null = null, more = true; more;) {
            const given = [
              exact ? 'first: 3' : 'first: 100',
              order,
              filter && `filter: ${filter}`,
              after && `after: "${after}"`,
            ].filter(Boolean);
            const query = isPage ? `{ ${field}(${given.join(' ')}) ${PAGE} }` : `{ ${field} { id } }`;
            const { data, errors } = await service.ask(world.subjects[principal], query);
            expect(errors).toBeUndefined();
            const listed = data[field];
            const rows: { id: string }[] = isPage ? listed.nodes : listed;
            ids.push(...rows.map(({ id }) => id));
            if (exact) {
              expect([order, listed.totalCount]).toEqual([order, seenOf(principal, named).length]);
            }
            more = isPage && listed.pageInfo.hasNextPage;
            after = more ? listed.pageInfo.endCursor : null;
          }
          expect(new Set(ids).size).toBe(ids.length);
          const shown = namesOf(ids).filter((name) => exact || named.includes(name));
          expect([order, shown]).toEqual([order, seenOf(principal, named)]);
        }
      },
    );
  },
);

test.each([
  ['people', 'stranger'],
  ['oudernetwerken', 'network elsewhere'],
  ['ervaringsdeskundigen', 'profile elsewhere'],
  ['advisoryBodies', 'body elsewhere'],
  ['advisorySeats', 'seat elsewhere'],
] as [string, ObjectName][])(
  'a cursor of %s that another took tells no more than any other',
  async (field, hidden) => {
    for (const order of ordersOf(field)) {
      const { data } = await service.ask(
        world.subjects.neighbour,
        `{ ${field}(${order || 'first: 50'}) ${PAGE} }`,
      );
      const { cursor } = data[field].edges.find(
        (edge: { node: { id: string } }) => edge.node.id === world.ids[hidden],
      );
      const [name, key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString());
      // the id of an adjacent row
      const beside = `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}`;
      const forged = Buffer.from(JSON.stringify([name, key, beside])).toString('base64url');
      for (const principal of PRINCIPALS.filter((each) => !sees(each, hidden))) {
        const places = ['after', 'before'].filter((place) =>
          fields[field]!.args.some(({ name }) => name === place),
        );
        for (const place of places) {
          const query = `query($value: String!) { ${field}(${place}: $value ${order}) ${PAGE} }`;
          const subject = world.subjects[principal];
          const { data: page } = await service.ask(subject, query, { value: cursor });
          const ids = page[field].nodes.map(({ id }: { id: string }) => id);
          expect(namesOf(ids).filter((each) => !sees(principal, each))).toEqual([]);
          expect(await textOf(subject, query, cursor)).toEqual(await textOf(subject, query, forged));
        }
      }
    }
  },
);

test.each(Object.entries(EVERY_FILTER))(
  '%s finds only what is seen',
  async (path, { query: field, value, nothing, finds }) => {
    const [input, name] = path.split('.') as [string, string];
    const type = (schema.getType(input) as GraphQLInputObjectType).getFields()[name]!.type;
    const query = `query($value: ${String(type)}) { ${field}(filter: { ${name}: $value }) ${PAGE} }`;
    for (const principal of PRINCIPALS) {
      const subject = world.subjects[principal];
      const { data } = await service.ask(subject, query, { value: value(world.ids) });
      const expected = OBJECT_NAMES.filter((each) => isAmong(finds[each] ?? '', principal));
      expect([principal, namesOf(idsIn(data[field]))]).toEqual([principal, expected]);
      expect(idsIn(data[field])).toHaveLength(expected.length);
      if (expected.length > 0 || !nothing) continue;
      const blind = await textOf(subject, query, value(world.ids));
      expect([principal, blind]).toEqual([principal, await textOf(subject, query, nothing(another))]);
    }
    expect(Object.keys(finds)).not.toEqual([]);
  },
);

test.each(PRINCIPALS)('viewer shows %s who they are', async (principal) => {
  const query =
    '{ viewer { id displayName locale roles { kind region { id } organisation { id } } person { id } } }';
  const { data } = await service.ask(world.subjects[principal], query);
  expect(forbiddenNulls(fields.viewer!.type, data.viewer, 'viewer')).toEqual([]);
  expect(data.viewer.displayName).toBe(world.subjects[principal]);
  const kinds = data.viewer.roles.map(({ kind }: { kind: string }) => kind).join(' ');
  expect([kinds, data.viewer.person?.id]).toEqual([OWN_ROLES[principal], world.ids[OWN_PERSON[principal]!]]);
});
