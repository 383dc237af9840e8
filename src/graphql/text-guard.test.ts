import fc from 'fast-check';
import { buildSchema, getVariableValues, parse } from 'graphql';
import { type GraphQLScalarType, type OperationDefinitionNode } from 'graphql';
import { Failure, type Problem } from '../kernel/failure.js';
import { fragmentsOf } from './document-limits.js';
import { inputGuard } from './text-guard.js';

const schema = buildSchema(`
  scalar Date
  scalar Json
  enum Kind { A B }
  type Query { find(id: ID, search: String, after: String, filter: Filter, ids: [ID!], json: Json, on: Date): Query name: String }
  type Mutation { note(input: Note!, reason: String, key: ID): Query }
  input Filter { search: String ids: [ID!] all: [Filter!] json: Json n: Int }
  input Note { text: String! phone: String id: ID on: Date kind: Kind parts: [Note!] tags: [[String!]] number: Int }
`);
class Day {
  constructor(readonly text: string) {}
}
(schema.getType('Date') as GraphQLScalarType).parseValue = (value) => new Day(String(value));

const guard = inputGuard(250);

function problem(source: string, variables: Record<string, unknown> = {}): Problem | undefined {
  const document = parse(source);
  const operation = document.definitions[0] as OperationDefinitionNode;
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) throw errors[0]!;
  try {
    guard(operation, fragmentsOf(document), coerced);
  } catch (error) {
    if (error instanceof Failure) return error.problems[0];
    throw error;
  }
  return undefined;
}

const ids = (length: number): string[] => Array.from({ length }, (_, index) => `${index}`);

const CASES: [string, Record<string, unknown>, string | undefined][] = [
  ['{ find(search: "fine, é and 😀") { name } }', {}, undefined],
  ['{ find(search: "a\\u0000") { name } }', {}, 'BAD_TEXT search'],
  ['{ find(id: "\\u0000") { name } }', {}, 'BAD_TEXT id'],
  [
    '{ find(filter: { all: [{ n: 1 }, { search: "\\u0000" }] }) { name } }',
    {},
    'BAD_TEXT filter.all.1.search',
  ],
  [`{ find(search: "${'x'.repeat(100)}") { name } }`, {}, undefined],
  [`{ find(search: "${'x'.repeat(101)}") { name } }`, {}, 'TEXT_TOO_LONG search'],
  [
    'query ($f: Filter) { find(filter: $f) { name } }',
    { f: { all: [{ search: 'x'.repeat(101) }] } },
    'TEXT_TOO_LONG filter.all.0.search',
  ],
  ['query ($x: String) { find(after: $x) { name } }', { x: 'x'.repeat(300) }, undefined],
  [
    'query ($x: String) { find(after: $x, search: $x) { name } }',
    { x: 'x'.repeat(101) },
    'TEXT_TOO_LONG search',
  ],
  ['{ find(json: { deep: ["\\u0000"] }) { name } }', {}, 'BAD_TEXT json.deep.0'],
  ['{ ...F } fragment F on Query { find { find(search: "\\u0000") { name } ...F } }', {}, 'BAD_TEXT search'],
  ['query ($id: ID) { find(id: $id) { name } }', { id: '\ud800' }, 'BAD_TEXT id'],
  [
    'query ($x: String) { find(filter: { all: { search: $x } }) { name } }',
    { x: '\0' },
    'BAD_TEXT filter.all.search',
  ],
  [
    'query ($x: [Filter!]) { find(filter: { all: $x }) { name } }',
    { x: [{}, { search: '\udc00' }] },
    'BAD_TEXT filter.all.1.search',
  ],
  ['query ($x: Json) { find(json: $x) { name } }', { x: { a: [null, { b: 'x\0' }] } }, 'BAD_TEXT json.a.1.b'],
  ['query ($x: Date) { find(on: $x) { name } }', { x: '2026-07-31' }, undefined],
  ['query ($x: Boolean!) { name @include(if: $x) }', { x: true }, undefined],
  ['query ($x: [ID!]) { find(ids: $x) { name } }', { x: ids(250) }, undefined],
  ['query ($x: [ID!]) { find(ids: $x) { name } }', { x: ids(251) }, 'TOO_MANY ids'],
  [
    'query ($f: Filter) { find(filter: $f) { name } }',
    { f: { all: [{ ids: ids(251) }] } },
    'TOO_MANY filter.all.0.ids',
  ],
  [`{ find(filter: { ids: ${JSON.stringify(ids(251))} }) { name } }`, {}, 'TOO_MANY filter.ids'],
  [`{ find(filter: { ids: ${JSON.stringify(ids(250))} }) { name } }`, {}, undefined],
];

const shortened = CASES.map((each) => [each[0].slice(0, 90), each[2], each] as const);
test.each(shortened)('%s: %s', (_, __, [source, variables, expected]) => {
  const found = problem(source, variables);
  expect(found && `${found.code} ${found.path.join('.')}`).toBe(expected);
  const params = {
    BAD_TEXT: { path: found?.path.join('.') },
    TOO_MANY: { what: found?.path.join('.'), actual: 251, limit: 250 },
    TEXT_TOO_LONG: { path: found?.path.join('.'), limit: 100 },
  };
  if (found) expect(found.params).toEqual(params[found.code as keyof typeof params]);
});

/** A filter with one bad string somewhere, and the path of that. */
const planted = fc
  .record({
    around: fc.array(fc.record({ search: fc.constant('fine'), n: fc.integer({ max: 9, min: 0 }) }), {
      maxLength: 4,
    }),
    positions: fc.array(fc.nat(4), { maxLength: 4 }),
    field: fc.constantFrom('search', 'ids', 'json'),
    bad: fc.tuple(fc.string(), fc.constantFrom('\0', '\ud83d', '\ude00'), fc.constantFrom('', ' after')),
  })
  .map(({ around, positions, field, bad }) => {
    let filter: Record<string, unknown> = { [field]: field === 'ids' ? ['ok', bad.join('')] : bad.join('') };
    const path = field === 'ids' ? ['ids', '1'] : [field];
    for (const position of positions) {
      const at = Math.min(position, around.length);
      filter = { search: 'fine', all: [...around.slice(0, at), filter, ...around.slice(at)] };
      path.unshift('all', String(at));
    }
    return { filter, path: ['filter', ...path] };
  });

test('finds one bad string wherever it is, and names its path', () => {
  fc.assert(
    fc.property(planted, ({ filter, path }) => {
      expect(problem('query ($x: Filter) { find(filter: $x) { name } }', { x: filter })?.path).toEqual(path);
    }),
  );
});
