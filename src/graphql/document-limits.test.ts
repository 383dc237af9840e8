import { buildSchema, getIntrospectionQuery, parse, validate, type DocumentNode } from 'graphql';
import { Failure } from '../kernel/failure.js';
import { documentLimits, tokenLimitFailure } from './document-limits.js';
import { counted, fragmentBomb } from './testing/fragment-bomb.js';

const schema = buildSchema(`
  type Query { person: Person other: Person name: String }
  type Mutation { rename(to: String): Person }
  type Person { name: String friend: Person }
`);
const rule = documentLimits({
  depth: 5,
  aliases: 4,
  rootFields: 3,
  mutations: 2,
  fields: 20,
  nameLength: 10,
});

function refusals(document: DocumentNode): string[] {
  return validate(schema, document, [rule]).map(({ originalError }) => {
    if (!(originalError instanceof Failure)) throw originalError ?? new Error('no failure');
    const { code, params } = originalError.problems[0]!;
    return `${code} ${String(params.what)} ${String(params.actual)}/${String(params.limit)}`;
  });
}

const NAMES = 'fragment Names on Person { one: name two: name }';

test.each([
  ['at the depth', '{ person { friend { friend { friend { name } } } } }', []],
  ['too deep', '{ person { friend { friend { friend { friend { name } } } } } }', ['TOO_MANY depth 6/5']],
  [
    'too deep through fragments',
    `{ ...Q } fragment Q on Query { person { friend { ...F } } }
     fragment F on Person { friend { ... { friend { friend { name } } } } }`,
    ['TOO_MANY depth 6/5'],
  ],
  ['at the aliases', '{ person { a: name b: name c: name d: name } }', []],
  ['too many aliases', '{ person { a: name b: name c: name d: name e: name } }', ['TOO_MANY aliases 5/4']],
  [
    'aliases of a fragment count at every spread',
    `{ person { ...Names friend { ...Names friend { ...Names } } } } ${NAMES}`,
    ['TOO_MANY aliases 6/4'],
  ],
  [
    'aliases of all operations together',
    `query A { person { ...Names } } query B { person { ...Names } } query C { person { ...Names } } ${NAMES}`,
    ['TOO_MANY aliases 6/4'],
  ],
  ['at the root fields', '{ person { name } other { name } name }', []],
  [
    'what is merged is one root field',
    '{ name name name name person { name } person { friend { name } } }',
    [],
  ],
  [
    'too many root fields through fragments',
    '{ ...Q ... { other { name } } b: name } fragment Q on Query { name a: name }',
    ['TOO_MANY rootFields 4/3'],
  ],
  ['at the mutations', 'mutation { rename { name } a: rename { name } }', []],
  [
    'too many mutations',
    'mutation { rename { name } a: rename { name } b: rename { name } }',
    ['TOO_MANY mutationFields 3/2'],
  ],
  ['at the length of a name', 'query abcdefghij { abcdefghij: name }', []],
  ['a long alias', '{ abcdefghijk: name }', ['TOO_MANY nameLength 11/10']],
  [
    'a long name of an operation, a variable or a fragment',
    'query abcdefghijk($bcdefghijkl: Int) { ...cdefghijklm } fragment cdefghijklm on Query { name }',
    Array<string>(4).fill('TOO_MANY nameLength 11/10'),
  ],
  ['a cycle of fragments', '{ person { ...A } } fragment A on Person { friend { ...A } }', []],
  ['an unknown fragment', '{ person { ...Nobody } }', []],
  ['no operation', 'fragment A on Person { name }', []],
])('%s', (_, source, expected) => {
  expect(refusals(parse(source))).toEqual(expected);
});

test('a fragment bomb is refused after each selection set was entered a few times', () => {
  const { document, entered } = counted(fragmentBomb(30));
  expect(refusals(document)).toEqual(expect.arrayContaining(['TOO_MANY fields 1000000000/20']));
  expect(entered()).toBeLessThan(300);
});

describe('introspection', () => {
  const strict = documentLimits({
    depth: 3,
    aliases: 4,
    rootFields: 3,
    mutations: 2,
    fields: 500,
    nameLength: 100,
  });
  const errors = (source: string) => validate(schema, parse(source), [strict]).map(({ message }) => message);
  const ofType = (levels: number): string => 'ofType { '.repeat(levels) + 'name' + ' }'.repeat(levels);

  test('the standard query passes', () => {
    const everything = {
      specifiedByUrl: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      directiveIsRepeatable: true,
      oneOf: true,
    };
    expect(errors(getIntrospectionQuery(everything))).toEqual([]);
  });

  const times = (count: number, of: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => of(n)).join(' ');

  test.each([
    ['{ a: __schema { description } b: __schema { description } }', 'selections of __schema: 2, at most 1.'],
    [
      'query A { ...S ...S } query B { ...S } fragment S on Query { ... { __schema { description } } }',
      'selections of __schema: 2, at most 1.',
    ],
    [`{ ${times(11, () => '__type(name: "Query") { name }')} }`, 'selections of __type: 11, at most 10.'],
    [
      `{ ${times(6, () => '...T')} } fragment T on Query { ${times(2, () => '__type(name: "Query") { name }')} }`,
      'selections of __type: 12, at most 10.',
    ],
  ])('%s is refused', (source, said) => expect(errors(source)).toEqual([said]));

  test('the schema and ten types are not too much', () => {
    expect(
      errors(`{ __schema { description } ${times(10, () => '__type(name: "Query") { name }')} }`),
    ).toEqual([]);
  });

  test('a deeper one does not', () => {
    expect(errors(`{ __type(name: "Query") { ${ofType(13)} } }`)).toEqual([]);
    expect(errors(`{ __type(name: "Query") { ${ofType(14)} } }`)).toEqual([
      'introspection depth: 16, at most 15.',
    ]);
  });
});

test('tells the token limit from other syntax errors', () => {
  const errorOf = (source: string): Error => {
    try {
      parse(source, { maxTokens: 10 });
    } catch (error) {
      return error as Error;
    }
    throw new Error('parsed');
  };
  expect(tokenLimitFailure(errorOf('{ a b c d e f g h i j k }'))?.problems).toEqual([
    { code: 'TOO_MANY', path: [], params: { what: 'tokens', actual: '> 10', limit: 10 } },
  ]);
  expect(tokenLimitFailure(errorOf('{ a'))).toBeNull();
});
