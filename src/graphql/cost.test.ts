import fc from 'fast-check';
import { buildSchema, getVariableValues, Kind, parse, parseValue, print, visit } from 'graphql';
import type { DocumentNode, GraphQLObjectType, OperationDefinitionNode } from 'graphql';
import { costOf, type CostExtensions } from './cost.js';
import { fragmentsOf } from './document-limits.js';
import { counted, fragmentBomb } from './testing/fragment-bomb.js';

const schema = buildSchema(`
  type Query {
    person: Person
    people(first: Int, last: Int, filter: Filter, search: String): PersonConnection!
    page(first: Int! = 10): PersonConnection!
    nodes(ids: [ID!]!): [Node]!
    best(first: Int = 10): [Person!]!
    months(count: Int = 24): [Person!]!
  }
  type Mutation { rename(to: String): Person }
  interface Node { id: ID! }
  type Person implements Node {
    id: ID! name: String tags: [String!]! score: Int friend(on: String): Person
    friends: [Person!]! few: [Person!]! people(first: Int): PersonConnection!
  }
  type Team implements Node { id: ID! members: [Person!]! }
  type PersonConnection { edges: [PersonEdge!]! nodes: [Person!]! pageInfo: PageInfo! totalCount: Int! }
  type PersonEdge { cursor: String! node: Person! }
  type PageInfo { hasNextPage: Boolean! }
  input Filter { search: String name: String all: [Filter!] }
`);

function declare(type: string, field: string, extensions: CostExtensions): void {
  Object.assign((schema.getType(type) as GraphQLObjectType).getFields()[field]!.extensions, extensions);
}
declare('Person', 'few', { assumedSize: 2 });
declare('Person', 'score', { cost: 7 });
declare('Query', 'months', { assumedSize: (args) => Number(args.count) });
declare('Person', 'friend', { cost: ({ on }) => (on ? 40 : 0) });
declare('Mutation', 'rename', { cost: 10 });
declare('Filter', 'search', { cost: 20 });
Object.assign(
  schema
    .getQueryType()!
    .getFields()
    .people!.args.find((arg) => arg.name === 'search')!.extensions,
  {
    cost: 30,
  },
);

function cost(source: string | DocumentNode, variables: Record<string, unknown> = {}): number {
  const document = typeof source === 'string' ? parse(source) : source;
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const { variableDefinitions = [] } = operation as OperationDefinitionNode;
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, variables);
  if (!coerced) throw errors[0]!;
  return costOf(operation as OperationDefinitionNode, fragmentsOf(document), schema, coerced);
}

const PRICES: [number, string, Record<string, unknown>?][] = [
  [0, '{ __typename }'],
  [1, '{ person { id name tags __typename } }'],
  [2, '{ person { friend { name } } }'],
  [2, '{ person { friend(on: null) { name } } }'],
  [42, '{ person { friend(on: "2027") { name } } }'],
  [42, 'query($on: String) { person { friend(on: $on) { name } } }', { on: '2027' }],
  [2, 'query($on: String) { person { friend(on: $on) { name } } }'],
  [8, '{ person { score } }'],
  [11, 'mutation { rename { name } }'],
  // lists
  [1 + 5, '{ person { friends { name } } }'],
  [1 + 2 * (1 + 5), '{ person { few { friends { name } } } }'],
  [10, '{ best { name } }'],
  [40, '{ best(first: 40) { name } }'],
  [24, '{ months { name } }'],
  [6, '{ months(count: 6) { name } }'],
  [3 * (1 + 1), '{ nodes(ids: ["a", "b", "c"]) { ... on Person { friend { id } } } }'],
  [4, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b', 'c', 'd'] }],
  [1, '{ nodes(ids: []) { id } }'],
  // connections
  [1, '{ people { __typename } }'],
  [2, '{ people { pageInfo { hasNextPage } } }'],
  [11, '{ people { totalCount } }'],
  [1 + 25, '{ people { nodes { name } } }'],
  [1 + 25, '{ people { edges { cursor node { name } } } }'],
  [1 + 25 * 2, '{ people { edges { node { friend { name } } } } }'],
  [1 + 25, '{ people { edges { cursor } } }'],
  [1 + 10, '{ people(first: 10) { nodes { name } } }'],
  [1 + 7, '{ people(last: 7) { nodes { name } } }'],
  [1 + 9, '{ people(first: 3, last: 9) { nodes { name } } }'],
  [1 + 25, '{ people(first: null) { nodes { name } } }'],
  [1 + 1, '{ people(first: -40) { nodes { name } } }'],
  [1 + 10, '{ page { nodes { name } } }'],
  [1 + 10 * (1 + 1 + 20), '{ people(first: 10) { nodes { people(first: 20) { nodes { id } } } } }'],
  [
    1 + 3 + (1 + 4),
    '{ a: people(first: 3) { ...C } b: people(first: 4) { ...C } } fragment C on PersonConnection { nodes { id } }',
  ],
  [
    1 + 10 + 3,
    '{ people(first: 3) { totalCount ... { ...C } } } fragment C on PersonConnection { edges { ...E } } fragment E on PersonEdge { node { id } }',
  ],
  // variables
  [1 + 50, 'query ($n: Int) { people(first: $n) { nodes { id } } }', { n: 50 }],
  [1 + 25, 'query ($n: Int) { people(first: $n) { nodes { id } } }'],
  [1 + 12, 'query ($n: Int = 12) { people(first: $n) { nodes { id } } }'],
  [1 + 10, 'query ($n: Int) { page(first: $n) { nodes { id } } }'],
  // filters
  [1 + 20, '{ people(filter: { search: "a", name: "b" }) { __typename } }'],
  [1, '{ people(filter: { search: null }) { __typename } }'],
  [1 + 30, '{ people(search: "a") { __typename } }'],
  [
    1 + 60,
    '{ people(filter: { search: "a", all: [{ search: "b" }, { all: { search: "c" } }] }) { __typename } }',
  ],
  [1 + 20, 'query ($f: Filter) { people(filter: $f) { __typename } }', { f: { search: 'a' } }],
  [1 + 20, 'query ($s: String) { people(filter: { search: $s }) { __typename } }', { s: 'a' }],
  [1, 'query ($s: String) { people(filter: { search: $s }) { __typename } }'],
  // @include and @skip
  [0, '{ person @skip(if: true) { name } }'],
  [1, '{ person @include(if: true) { name } }'],
  [0, 'query ($yes: Boolean!) { person @skip(if: $yes) { name } }', { yes: true }],
  [0, 'query ($yes: Boolean! = false) { ...P @include(if: $yes) } fragment P on Query { person { name } }'],
  [0, 'query ($yes: Boolean!) { person @include(if: $yes) @skip(if: $yes) { name } }', { yes: true }],
  [1, '{ ... on Query @skip(if: false) { person { name } } }'],
  // cycles, unknown fields
  [2, '{ person { ...A } } fragment A on Person { friend { ...A } }'],
  [1, '{ person { nothing { name } } nothing { name } }'],
];

test.each(PRICES.map(([expected, source, variables = {}]) => ({ expected, source, variables })))(
  '$expected for $source $variables',
  ({ expected, source, variables }) => expect(cost(source, variables)).toBe(expected),
);

test('a fragment bomb is priced after each selection set was entered once', () => {
  const { document, entered } = counted(fragmentBomb(30));
  expect(cost(document)).toBe(2 ** 31 - 1);
  expect(entered()).toBeLessThan(100);
});

test('arguments that do not coerce are the caller’s error', () => {
  expect(() => cost('query ($n: Int = 5) { page(first: $n) { nodes { id } } }', { n: null })).toThrow(
    'Argument "first" of non-null type "Int!" must not be null.',
  );
});

const QUERY =
  parse(`query ($first: Int, $filter: Filter, $search: String, $ids: [ID!]!, $in: Int! = 4, $if: Boolean!) {
  people(first: $first, filter: $filter, search: $search) {
    totalCount @include(if: $if)
    nodes { friends @skip(if: $if) { id } people(first: $in) { edges { node { id score } } } }
  }
  nodes(ids: $ids) { ...T @include(if: $if) }
} fragment T on Team { members { id } }`);

/** The query with each variable replaced by its value; an argument whose variable is absent goes. */
function withLiterals(values: Record<string, unknown>): DocumentNode {
  const literal = (value: unknown): string =>
    Array.isArray(value)
      ? `[${value.map(literal).join()}]`
      : typeof value === 'object' && value !== null
        ? `{${Object.entries(value)
            .map(([name, inner]) => `${name}: ${literal(inner)}`)
            .join()}}`
        : JSON.stringify(value);
  const document = visit(QUERY, {
    OperationDefinition: { leave: (node) => ({ ...node, variableDefinitions: [] }) },
    Argument(node) {
      if (node.value.kind !== Kind.VARIABLE) return undefined;
      const name = node.value.name.value;
      return name in values ? { ...node, value: parseValue(literal(values[name])) } : null;
    },
  });
  return parse(print(document));
}

test.each([
  ['query($n: Int) { people(first: $n) { nodes { id } } }', { n: 5 }, { n: 50 }],
  [
    'query($n: Int) { person { ...P } } fragment P on Person { people(first: $n) { nodes { id } } }',
    { n: 5 },
    { n: 50 },
  ],
  [
    'query($no: Boolean!) { person { id } people @skip(if: $no) { nodes { id } } }',
    { no: true },
    { no: false },
  ],
  ['query($q: String) { people(filter: { all: [{ search: $q }] }) { nodes { id } } }', {}, { q: 'An' }],
  ['query($on: String) { person { friend(on: $on) { id } } }', {}, { on: 'a day' }],
])(
  'a document that was priced before costs something else with other variables: %s',
  (source, before, after) => {
    const document = parse(source);
    const prices = [before, after, before].map((variables) => cost(document, variables));
    expect(prices[1]).toBeGreaterThan(prices[0]!);
    expect(prices[2]).toBe(prices[0]);
  },
);

test('variables cost what the same values cost as literals', () => {
  const filter = fc.letrec((tie) => ({
    filter: fc.record(
      {
        search: fc.option(fc.constant('x')),
        name: fc.constant('y'),
        all: fc.array(tie('filter'), { maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
  })).filter;
  const values = fc.record(
    {
      first: fc.option(fc.integer({ min: -5, max: 200 })),
      filter: fc.option(filter),
      search: fc.option(fc.constant('x')),
      ids: fc.array(fc.constant('x')),
      in: fc.integer({ min: 1, max: 100 }),
      if: fc.boolean(),
    },
    { requiredKeys: ['ids', 'in', 'if'] },
  );
  fc.assert(
    fc.property(values, (given) => {
      expect(cost(withLiterals(given))).toBe(cost(QUERY, given));
    }),
  );
});
