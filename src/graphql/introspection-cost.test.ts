import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import {
  buildSchema,
  executeSync,
  getIntrospectionQuery,
  parse,
  type ExecutionResult,
  type OperationDefinitionNode,
} from 'graphql';
import { costOf } from './cost.js';
import { fragmentsOf } from './document-limits.js';

const schema = buildSchema(readFileSync(path.resolve(__dirname, '../../schema.graphql'), 'utf8'));

function cost(source: string, variables = {}): number {
  const document = parse(source);
  const operation = document.definitions[0] as OperationDefinitionNode;
  return costOf(operation, fragmentsOf(document), schema, variables);
}

/** Keys in the objects of an answer, and items in its lists. */
function values(answer: unknown): number {
  if (typeof answer !== 'object' || answer === null) return 0;
  return Object.values(answer).reduce<number>((sum, each) => sum + 1 + values(each), 0);
}

function answered(source: string): ExecutionResult['data'] {
  const { data, errors } = executeSync({ schema, document: parse(source) });
  if (errors) throw errors[0]!;
  return data;
}

test('the query of GraphiQL and code generators passes, and four in a row are too much for one client', () => {
  for (const inputValueDeprecation of [false, true]) {
    const standard = cost(
      getIntrospectionQuery({ inputValueDeprecation, schemaDescription: true, oneOf: true }),
    );
    expect(standard).toBeLessThan(5_000);
    expect(4 * standard).toBeGreaterThan(10_000);
  }
});

const TYPE = 'type { name description kind ofType { name description kind ofType { name description } } }';

test('what gives every description several times is not affordable', () => {
  const described = Array.from({ length: 20 }, (_, n) => `a${n}: description`).join(' ');
  expect(
    cost(
      `{ __schema { types { fields { ${described} args { ${described} } } inputFields { ${described} } } } }`,
    ),
  ).toBeGreaterThan(5_000);
  expect(
    cost(
      `{ __type(name: "Query") { fields { ${TYPE} args { ${TYPE} } type { ofType { fields { args { ${TYPE} } } } } } } }`,
    ),
  ).toBeGreaterThan(5_000);
});

test('a little costs little', () => {
  expect(cost('{ __schema { queryType { name } } __type(name: "Query") { name kind } }')).toBeLessThan(3);
  expect(cost('{ __schema { types { name } } }')).toBeLessThan(100);
  expect(cost('query ($no: Boolean!) { __schema @include(if: $no) { types { name } } }', { no: false })).toBe(
    0,
  );
});

test('a fragment counts wherever it is spread, and a cycle of them ends', () => {
  const spread =
    '{ __schema { types { ...T fields { type { ...T } } } } } fragment T on __Type { name fields { name } }';
  const plain = '{ __schema { types { name fields { name } fields { type { name fields { name } } } } } }';
  expect(cost(spread)).toBe(cost(plain));
  expect(cost('{ __schema { types { ...T } } } fragment T on __Type { ofType { ...T } }')).toBeLessThan(500);
});

test('no answer has more values than were paid for', () => {
  const { type } = fc.letrec<{ type: string; field: string; input: string }>((tie) => ({
    type: selection(['name', 'description'], {
      fields: tie('field'),
      inputFields: tie('input'),
      enumValues: fc.constant('name description'),
      interfaces: tie('type'),
      possibleTypes: tie('type'),
      ofType: tie('type'),
    }),
    field: selection(['name', 'description'], { args: tie('input'), type: tie('type') }),
    input: selection(['name', 'defaultValue'], { type: tie('type') }),
  }));
  const roots = type.chain((selected) =>
    fc.constantFrom(
      `{ __schema { types { ${selected} } } }`,
      `{ __schema { queryType { ${selected} } directives { name locations args { type { ${selected} } } } } }`,
      ...['Query', 'Node', 'Person', 'Mutation'].map((name) => `{ __type(name: "${name}") { ${selected} } }`),
    ),
  );
  fc.assert(
    fc.property(
      roots.filter((query) => cost(query) < 5_000),
      (query) => expect(values(answered(query))).toBeLessThanOrEqual(40 * cost(query)),
    ),
    { numRuns: 200 },
  );
});

function selection(leaves: string[], below: Record<string, fc.Arbitrary<string>>): fc.Arbitrary<string> {
  const inner = Object.entries(below).map(([name, selected]) =>
    selected.map((text) => `${name} { ${text} }`),
  );
  return fc
    .array(fc.oneof({ maxDepth: 4, withCrossShrink: true }, fc.constantFrom(...leaves), ...inner), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) => parts.join(' '));
}
