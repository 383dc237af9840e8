import { ApolloServer, HeaderMap, type ApolloServerPlugin, type HTTPGraphQLResponse } from '@apollo/server';
import { GraphQLError, type FormattedExecutionResult } from 'graphql';
import { Failure } from '../kernel/failure.js';
import { documentLimits } from './document-limits.js';
import { limitsPlugin, type Admission, type LimitedContext } from './limits-plugin.js';
import { RateBudget } from '../kernel/rate-budget.js';

const typeDefs = `
  type Query { people(first: Int! = 25, search: String, ids: [ID!]): PersonConnection person: Person }
  type Mutation { rename(name: String): Person }
  type PersonConnection { nodes: [Person!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! }
  type Person { name: String friend: Person }
`;
const PEOPLE =
  'query ($first: Int, $search: String) { people(first: $first, search: $search) { nodes { name } } }';

interface Answer {
  status: number | undefined;
  headers: HTTPGraphQLResponse['headers'];
  body: FormattedExecutionResult<Record<string, unknown>, { cost?: unknown }>;
}

let ran: string[];
let admission: Admission | null;
let clock: number;
let cpu = 0;
/** milliseconds */
let reading = 0;
let databaseMs: number;
let server: ApolloServer<LimitedContext>;

async function start(...plugins: ApolloServerPlugin<LimitedContext>[]): Promise<void> {
  server = new ApolloServer<LimitedContext>({
    typeDefs,
    resolvers: {
      Query: {
        people: (_, __, context: LimitedContext) => {
          ran.push('people');
          admission = context.request.admission;
          return { nodes: [{ name: 'Demo' }] };
        },
      },
      Mutation: { rename: () => ran.push('rename') && { name: 'Demo' } },
    },
    validationRules: [
      documentLimits({ depth: 4, aliases: 5, rootFields: 3, mutations: 2, fields: 50, nameLength: 100 }),
    ],
    plugins: [
      limitsPlugin(
        { cost: 200, list: 3, perDatabaseMs: 10 },
        new RateBudget({ burst: 100, perSecond: 10, now: () => clock }),
        () => (cpu += reading),
      ),
      {
        requestDidStart: () =>
          Promise.resolve({
            didResolveOperation: () => Promise.resolve(void ran.push('later plugin')),
          }),
      },
      ...plugins,
    ],
    formatError: (formatted, error) => {
      const failure = error instanceof GraphQLError && error.originalError;
      return failure instanceof Failure
        ? { ...formatted, extensions: { code: failure.problems[0]?.code } }
        : formatted;
    },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
  });
  await server.start();
}

async function ask(
  query: string,
  variables = {},
  principalKey = 'somebody',
  operationName?: string,
): Promise<Answer> {
  const { status, headers, body } = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'POST',
      headers: new HeaderMap([['content-type', 'application/json']]),
      search: '',
      body: { query, variables, ...(operationName && { operationName }) },
    },
    context: () => Promise.resolve({ request: { principalKey, admission: null, databaseMs } }),
  });
  return { status, headers, body: JSON.parse(body.kind === 'complete' ? body.string : '') as Answer['body'] };
}

beforeEach(async () => {
  ran = [];
  admission = null;
  databaseMs = clock = reading = 0;
  await start();
});

afterEach(() => server.stop());

test('what took longer in the database than its cost is charged for the time, which is not shown', async () => {
  databaseMs = 1;
  expect((await ask(PEOPLE, { first: 10 })).body.extensions).toEqual({ cost: { requested: 11, limit: 200 } });
  databaseMs = 20;
  expect((await ask(PEOPLE, { first: 10 })).body.extensions).toEqual({
    cost: { requested: 11, limit: 200 },
  });
  // 100 to spend, 11 and 200 spent, of which 100 may be owed: 100 and 11 are earned back at 10 a second
  expect((await ask(PEOPLE, { first: 10 })).headers.get('retry-after')).toBe('12');
  expect((await ask(PEOPLE, { first: 10 }, 'somebody else')).status).toBeUndefined();
});

test('an admitted operation tells its cost and keeps its coerced variables', async () => {
  const { status, body } = await ask(PEOPLE, { first: 10 });
  expect({ status, body }).toEqual({
    status: undefined,
    body: {
      data: { people: { nodes: [{ name: 'Demo' }] } },
      extensions: { cost: { requested: 11, limit: 200 } },
    },
  });
  expect(admission).toEqual({ coercedVariables: { first: 10 }, cost: 11 });
  expect(ran).toEqual(['later plugin', 'people']);
});

test.each<[string, string, object, number, string, string?]>([
  ['too expensive', PEOPLE, { first: 200 }, 400, 'TOO_MANY', 'cost: 201, at most 200.'],
  ['NUL in a variable', PEOPLE, { first: 1, search: 'a\0' }, 400, 'BAD_TEXT'],
  ['NUL in a literal', '{ people(search: "\\u0000") { nodes { name } } }', {}, 400, 'BAD_TEXT'],
  [
    'a long list',
    '{ people(ids: [1, 2, 3, 4]) { nodes { name } } }',
    {},
    400,
    'TOO_MANY',
    'ids: 4, at most 3.',
  ],
  [
    'too many mutations',
    'mutation { a: rename { name } b: rename { name } c: rename { name } }',
    {},
    400,
    'TOO_MANY',
  ],
  ['too deep', '{ people { nodes { friend { friend { name } } } } }', {}, 400, 'TOO_MANY'],
  ['null for a non-null argument with a default', PEOPLE, { first: null }, 400, 'BAD_USER_INPUT'],
])(
  'refused before anything runs: %s',
  async (_, query, variables, status, code, message = expect.any(String)) => {
    const answer = await ask(query, variables);
    expect(answer.status).toBe(status);
    expect(answer.body.data).toBeUndefined();
    expect(answer.body.errors?.[0]).toMatchObject({ message, extensions: { code } });
    expect(ran).toEqual([]);
  },
);

test('variables that do not coerce are left to graphql-js, unadmitted', async () => {
  const { status, body } = await ask(PEOPLE, { first: 'ten' });
  expect(status).toBe(400);
  expect(body.errors?.[0]).toMatchObject({
    message: 'Variable "$first" got invalid value "ten"; Int cannot represent non-integer value: "ten"',
    extensions: { code: 'BAD_USER_INPUT' },
  });
  expect(body.extensions).toBeUndefined();
  expect(ran).toEqual(['later plugin']);
});

test('an operation that is not in the document is left to graphql-js', async () => {
  const { status, body } = await ask('query A { person { name } }', {}, 'somebody', 'B');
  expect([status, body.errors?.[0]?.message]).toEqual([400, 'Unknown operation named "B".']);
});

test('a caller who spends too fast waits; others do not', async () => {
  expect((await ask(PEOPLE, { first: 94 })).status).toBeUndefined();
  ran = [];
  const refused = await ask(PEOPLE, { first: 29 });
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('3');
  expect(refused.body.errors?.[0]?.extensions).toEqual({ code: 'TOO_FAST' });
  expect(refused.body.extensions).toEqual({ cost: { requested: 30, limit: 200 } });
  expect(ran).toEqual([]);
  expect((await ask(PEOPLE, { first: 29 }, 'somebody else')).status).toBeUndefined();
  clock = 2_500;
  expect((await ask(PEOPLE, { first: 29 })).status).toBeUndefined();
});

test('what costs nothing takes one, and so does what does not coerce', async () => {
  await ask(PEOPLE, { first: 96 });
  expect((await ask('{ __typename }')).body.data).toEqual({ __typename: 'Query' });
  expect((await ask(PEOPLE, { first: 'ten' })).status).toBe(400);
  expect((await ask('{ __typename }')).body.data).toEqual({ __typename: 'Query' });
  expect((await ask('{ __typename }')).status).toBe(429);
  expect((await ask(PEOPLE, { first: 'ten' })).status).toBe(429);
});

test('a document that is refused is paid for, and so is its reading', async () => {
  const wrong = '{ people(first: 1) { nodes { age } } }';
  for (let n = 0; n < 9; n++) expect((await ask(wrong)).status).toBe(400);
  expect((await ask(PEOPLE, { first: 9 })).status).toBeUndefined();
  expect((await ask('{ __typename }')).status).toBe(429);
  // each millisecond costs ten, but for the first two
  reading = 5;
  expect((await ask(wrong, {}, 'somebody else')).status).toBe(400);
  expect((await ask(PEOPLE, { first: 69 }, 'somebody else')).status).toBe(429);
});

test('a result that bypasses execution tells its cost as well', async () => {
  await server.stop();
  let seen: Admission | null | undefined;
  await start({
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation({ contextValue }) {
          seen = contextValue.request.admission;
          const singleResult = { data: { people: null }, extensions: { other: true } };
          return Promise.resolve({
            http: { headers: new HeaderMap() },
            body: { kind: 'single', singleResult },
          });
        },
      }),
  });
  const { body } = await ask(PEOPLE, { first: 2 });
  expect(seen).toEqual({ coercedVariables: { first: 2 }, cost: 3 });
  expect(body).toEqual({
    data: { people: null },
    extensions: { other: true, cost: { requested: 3, limit: 200 } },
  });
});
