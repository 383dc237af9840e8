import fc from 'fast-check';
import { getIntrospectionQuery } from 'graphql';
import type { Client } from 'pg';
import { createSchema } from '../app/schema.js';
import { nodeId } from '../kernel/node-id.js';
import { startTestService, type TestService } from '../testing/test-service.js';
import { randomQuery } from './testing/random-query.js';
import { COORDINATOR, makeRichWorld } from './testing/rich-world.js';
import { SentStatements } from './testing/sent-statements.js';
import { vocabularyOf } from './testing/vocabulary.js';

let service: TestService;
let statements: SentStatements;

beforeAll(async () => {
  service = await startTestService({ READ_CONNECTIONS: 1, MAX_COST: 1e9 });
  await makeRichWorld(service);
  statements = new SentStatements(service.owner);
});
afterAll(async () => {
  statements.stop();
  await service.close();
});

async function ask(subject: string | null, query: string, variables = {}) {
  statements.take();
  const answer = await service.ask(subject, query, variables);
  return { answer, sent: statements.take() };
}

/** The service knows who this is: what follows is about the query alone. */
async function known(subject: string): Promise<void> {
  await service.ask(subject, '{ viewer { id } }');
}

const MESSAGES_OF_A_READ = [
  /^begin read only$/,
  /^select set_config/,
  /^select json_build_object/,
  /^commit$/,
];

const WIDE = `{
  viewer { displayName roles { kind region { name } } }
  regions(first: 10, orderBy: { field: NAME }) { totalCount pageInfo { hasNextPage endCursor }
    edges { cursor node { code municipalities { name } } } }
  people(filter: { search: "zoe" }) { nodes { displayName name { sortName } contact { email } schoolTies { stage } } }
  trekkerOuders(filter: { on: "2026-12-01" }) { totalCount }
  themes { code }
}`;

const DEEP = `{ region(code: "JZ06") { oudernetwerken(first: 5) { nodes { trekkers { person {
  trekkerschappen(first: 3) { nodes { oudernetwerk { region { parent { coordinatingOrganisation { name
} } } } } } } } } } } }`;

describe('a query is one statement', () => {
  beforeAll(() => known(COORDINATOR));

  test.each([
    ['flat', '{ viewer { id } }'],
    ['wide', WIDE],
    ['eleven levels deep', DEEP],
  ])('%s', async (_name, query) => {
    const { answer, sent } = await ask(COORDINATOR, query);
    expect(answer.errors).toBeUndefined();
    expect(sent).toHaveLength(4);
    MESSAGES_OF_A_READ.forEach((message, index) => expect(sent[index]!.text).toMatch(message));
    // queued together, on one connection: none waited for the answer to one before
    expect(new Set(sent.map(({ client }) => client)).size).toBe(1);
    expect(new Set(sent.map(({ answered }) => answered)).size).toBe(1);
  });

  test('with introspection mixed in', async () => {
    const { answer, sent } = await ask(
      COORDINATOR,
      '{ __schema { queryType { name } } viewer { displayName } }',
    );
    expect(answer.data.__schema.queryType.name).toBe('Query');
    expect(reads(sent)).toBe(1);
  });

  test('whatever it asks: 150 random queries', async () => {
    const vocabulary = await vocabularyOf(service, COORDINATOR);
    const schema = createSchema();
    const lists = fc.array(fc.nat({ max: 0xffff }), { minLength: 50, maxLength: 200, size: 'max' });
    let statementsInAll = 0;
    for (const numbers of fc.sample(lists, { seed: 3, numRuns: 150 })) {
      const { query, variables, features } = randomQuery(schema, vocabulary, numbers);
      // what is made in TypeScript may ask for more, once per request
      if (features.has('Oudernetwerk.forecast') || features.has('continuity(on)')) continue;
      const { answer, sent } = await ask(COORDINATOR, query, variables);
      const asksNothing = Object.keys(answer.data ?? {}).every((key) => key === '__typename');
      expect({ query, reads: reads(sent) <= (asksNothing ? 0 : 1) }).toEqual({ query, reads: true });
      statementsInAll += reads(sent);
    }
    expect(statementsInAll).toBeGreaterThan(100);
  });
});

describe('no statement at all', () => {
  beforeAll(() => known(COORDINATOR));

  test.each([
    ['introspection', getIntrospectionQuery(), {}],
    ['nothing but a type name', '{ __typename }', {}],
    ['a field that does not exist', '{ viewer { shoeSize } }', {}],
    ['too deep', `{ region(code: "NL") ${'{ parent '.repeat(20)} { id } ${'}'.repeat(20)} }`, {}],
    ['an id of another type', `{ person(id: "${nodeId('Region', crypto.randomUUID())}") { id } }`, {}],
    ['an id that is none, by variable', 'query($id: ID!) { node(id: $id) { id } }', { id: 'x' }],
    ['one bad id among many', 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['x'] }],
    ['a page of nothing', '{ regions(first: 0) { nodes { id } } }', {}],
    ['a page of too much', '{ regions(first: 101) { nodes { id } } }', {}],
    ['both ends at once', '{ regions(first: 1, last: 1) { nodes { id } } }', {}],
    ['a cursor of nowhere', '{ regions(after: "abc") { nodes { id } } }', {}],
    ['a day that does not exist', '{ trekkerOuders(filter: { on: "2026-02-30" }) { nodes { id } } }', {}],
    ['a variable that is missing', 'query($id: ID!) { node(id: $id) { id } }', {}],
  ])('%s', async (_name, query, variables) => {
    const { sent } = await ask(COORDINATOR, query, variables);
    expect(sent).toEqual([]);
  });

  test('for who is not signed in', async () => {
    const { answer, sent } = await ask(null, WIDE);
    expect(answer.errors[0].extensions.code).toBe('UNAUTHENTICATED');
    expect(sent).toEqual([]);
  });
});

describe('prepared statements', () => {
  beforeAll(() => known(COORDINATOR));

  test('a document is planned once, whatever the values of its variables', async () => {
    const query = 'query($code: String) { region(code: $code) { name } }';
    const read = async (code: string) => {
      const { answer, sent } = await ask(COORDINATOR, query, { code });
      return { name: answer.data.region?.name as string, statement: sent[2]! };
    };
    const [first, second, third] = [await read('JZ06'), await read('JZ22'), await read('NL')];
    expect(new Set([first.name, second.name, third.name]).size).toBe(3);
    expect(second.statement.text).toBe(first.statement.text);
    // what comes once is not prepared
    expect(first.statement.name).toBeUndefined();
    expect(second.statement.name).toMatch(/^read_\d+$/);
    expect(third.statement.name).toBe(second.statement.name);
  });

  test('a connection holds a bounded number, and reads under way survive that it is replaced', async () => {
    let most = 0;
    for (let start = 0; start < 1_200; start += 60) {
      const documents = Array.from({ length: 60 }, (_each, index) => `{ a${start + index}: viewer { id } }`);
      for (let time = 0; time < 2; time++) {
        const answers = await Promise.all(documents.map((query) => service.ask(COORDINATOR, query)));
        expect(answers.filter(({ errors }) => errors)).toEqual([]);
      }
      const { client } = statements.take().at(-1)!;
      most = Math.max(most, await preparedOn(client));
    }
    expect(most).toBeGreaterThan(400);
    expect(most).toBeLessThan(520);
  });
});

/** Statements that are not about the transaction or the viewer. */
function reads(sent: ReturnType<SentStatements['take']>): number {
  return sent.filter(({ text }) => !/^(begin|commit|start transaction|select set_config)/i.test(text)).length;
}

async function preparedOn(client: Client): Promise<number> {
  const { rows } = await client.query('select count(*)::integer as count from pg_prepared_statements');
  return rows[0].count as number;
}
