import fc from 'fast-check';
import { getIntrospectionQuery } from 'graphql';
import type { Client } from 'pg';
import { nodeId } from '../../kernel/node-id.js';
import { Makers } from '../makers/makers.js';
import { startTestService, type TestService } from '../test-service.js';
import { randomQuery } from '../random-queries/random-query.js';
import { COORDINATOR, makeRichWorld } from '../rich-world/rich-world.js';
import { SentStatements } from './sent-statements.js';
import { vocabularyOf } from '../random-queries/vocabulary.js';
import { testSchema } from '../schema.js';

let service: TestService;
let make: Makers;
let statements: SentStatements;

beforeAll(async () => {
  service = await startTestService({ READ_CONNECTIONS: 1, MAX_COST: 1e9 });
  await makeRichWorld(service);
  make = new Makers(service.owner);
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

/** The service knows this account: the rest is about the query alone. */
async function known(subject: string): Promise<void> {
  await service.ask(subject, '{ viewer { id } }');
}

const WIDE = `{
  viewer { displayName roles { kind region { name } } }
  regions(first: 10, orderBy: { field: NAME }) { totalCount pageInfo { hasNextPage endCursor }
    edges { cursor node { code municipalities { name } } } }
  people(filter: { search: "zoe" }) { nodes { displayName name { sortName } schoolTies { stage } } }
  trekkerOuders(filter: { on: "2026-12-01" }) { totalCount }
  themes { code }
}`;

const DEEP = `{ region(code: "JZ06") { oudernetwerken(first: 5) { nodes { trekkers { person {
  trekkerschappen(first: 3) { nodes { oudernetwerk { region { parent { coordinatingOrganisation { name
} } } } } } } } } } } }`;

const REASONS = 'code evidence { __typename id } suggestedAction { message subject { id } }';
const AT_RISK = `{ oudernetwerken(first: 10, filter: { band: [CRITICAL, AT_RISK], securedUntil: "2027-12-31" },
  orderBy: { field: SEVERITY, direction: DESC }) { totalCount nodes { name continuity { band findings { ${REASONS} } }
  continuityThresholds { inactiveDays } trekkers { expectedEnd { on driver } } } pageInfo { endCursor } } }`;
const TO_BE_DONE = `{ worklist(first: 5) { totalCount nodes { band snoozedUntil subject { id ... on Oudernetwerk {
    successionPlans(first: 2) { nodes { candidates { stage } suggestions { points person { id } } handover { progress } } } } }
    reasons { ${REASONS} } } pageInfo { endCursor } }
  region(code: "JZ06") { continuity { atRisk } expectedDepartures { trekkers } handoverTemplate { key } } }`;

describe('a query is one statement', () => {
  beforeAll(() => known(COORDINATOR));

  test.each([
    ['flat', '{ viewer { id } }'],
    ['wide', WIDE],
    ['eleven levels deep', DEEP],
    ['how networks are doing, the worst first', AT_RISK],
    ['what is to be done, and who follows', TO_BE_DONE],
  ])('%s', async (_name, query) => {
    const { answer, sent } = await ask(COORDINATOR, query);
    expect(answer.errors).toBeUndefined();
    // and its viewer goes along with it
    expect(sent).toEqual([expect.objectContaining({ text: expect.stringContaining('select row_to_json') })]);
  });

  test('and one more if it shows contact details, which is logged before the answer leaves', async () => {
    const { answer, sent } = await ask(COORDINATOR, '{ people { nodes { contact { email } } } }');
    expect(answer.data.people.nodes.some(({ contact }: { contact: unknown }) => contact)).toBe(true);
    expect(reads(sent)).toBe(1);
    expect(sent.filter(isLogged)).toHaveLength(1);
  });

  test('with introspection mixed in', async () => {
    const { answer, sent } = await ask(
      COORDINATOR,
      '{ __schema { queryType { name } } viewer { displayName } }',
    );
    expect(answer.data.__schema.queryType.name).toBe('Query');
    expect(reads(sent)).toBe(1);
  });

  test('whatever it asks: 150 random queries, but for what is computed', async () => {
    const vocabulary = await vocabularyOf(service, COORDINATOR);
    const schema = testSchema();
    const lists = fc.array(fc.nat({ max: 0xffff }), { minLength: 50, maxLength: 200, size: 'max' });
    let statementsInAll = 0;
    for (const numbers of fc.sample(lists, { seed: 3, numRuns: 150 })) {
      const { query, variables, features } = randomQuery(schema, vocabulary, numbers);
      const { answer, sent } = await ask(COORDINATOR, query, variables);
      const asksNothing = Object.keys(answer.data ?? {}).every((key) => key === '__typename');
      const most = asksNothing ? 0 : 1 + lookUps(query, features);
      expect({ query, most, within: reads(sent) <= most }).toEqual({ query, most, within: true });
      statementsInAll += reads(sent);
    }
    expect(statementsInAll).toBeGreaterThan(100);
  });
});

/** Additional reads of the computed fields of a query. */
function lookUps(query: string, features: ReadonlySet<string>): number {
  // of the regions involved, and of the country
  const tenures = features.has('Oudernetwerk.forecast') ? 2 : 0;
  const named = features.has('continuity(on)') ? (query.match(/\b(evidence|subject)\b/g) ?? []).length : 0;
  return tenures + named;
}

describe('what is computed looks up each kind of thing once, for all networks together', () => {
  const networks = (selection: string) =>
    `{ oudernetwerken(first: 50) { totalCount nodes { id ${selection} } } }`;
  const later = (selection: string) => `continuity(on: "2027-06-30") { band findings { ${selection} } }`;
  const other = (selection: string) => `other: continuity(on: "2028-06-30") { findings { ${selection} } }`;

  beforeAll(async () => {
    await known(COORDINATOR);
    // more than fit on a page
    for (let index = 0; index < 45; index++) {
      const region = await make.region('JZ06');
      await make.network(region, { activeFrom: '2026-01-01', ledBy: await make.person(region) });
    }
  });

  test.each([
    ['a band', networks(later('code')), 1],
    ['what it rests on', networks(later('evidence { id }')), 2],
    ['what it rests on, and what to do', networks(later(REASONS)), 3],
    ['two days', networks(`${later('evidence { id }')} ${other('evidence { id }')}`), 3],
    [
      'two days by one fragment',
      `${networks(`${later('...Shared')} ${other('...Shared')}`)} fragment Shared on ContinuityFinding { ${REASONS} }`,
      3,
    ],
    [
      'what is kept beside what is computed',
      networks(`kept: continuity { findings { ${REASONS} } } ${later('code')}`),
      1,
    ],
    [
      'records within, and computed within those',
      networks(
        later(`evidence { ... on Trekkerschap { person { displayName }
        oudernetwerk { continuity(on: "2027-01-01") { band findings { evidence { id } } } } } }`),
      ),
      3,
    ],
    ['a forecast', networks('forecast { probability }'), 3],
    ['all of it', networks(`${later(REASONS)} forecast { probability basis }`), 5],
  ])('%s of 50 networks', async (_name, query, most) => {
    const { answer, sent } = await ask(COORDINATOR, query);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.oudernetwerken.nodes).toHaveLength(50);
    expect(reads(sent)).toBeLessThanOrEqual(most);
    expect(reads(sent)).toBeGreaterThanOrEqual(Math.min(most, 2));
    expect(sent).toHaveLength(reads(sent));
  });

  test('a second forecast of the same region asks for nothing more', async () => {
    const { sent } = await ask(
      COORDINATOR,
      networks('forecast { probability } short: forecast(months: 3) { probability }'),
    );
    expect(reads(sent)).toBeLessThanOrEqual(3);
  });

  test('nothing that is computed, nothing that is looked up', async () => {
    const skipped = `... @skip(if: $no) { ${later(REASONS)} }`;
    const query = `query($no: Boolean!) ${networks(skipped)}`;
    const { answer, sent } = await ask(COORDINATOR, query, { no: true });
    expect(answer.errors).toBeUndefined();
    expect(reads(sent)).toBe(1);
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

  test('without signing in', async () => {
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
      return { name: answer.data.region?.name as string, statement: sent[0]! };
    };
    const [first, second, third] = [await read('JZ06'), await read('JZ22'), await read('NL')];
    expect(new Set([first.name, second.name, third.name]).size).toBe(3);
    expect(second.statement.text).toBe(first.statement.text);
    // a query that comes once is not prepared
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

/** Statements that are not about the transaction or the viewer, and no sign of life, which is empty. */
function reads(sent: ReturnType<SentStatements['take']>): number {
  const around =
    /^(begin|commit|start transaction|select (set_config|where num_nulls)|select pg_current_xact_id|$)/i;
  return sent.filter((each) => !around.test(each.text) && !isLogged(each)).length;
}

function isLogged({ text }: { text: string }): boolean {
  return text.startsWith('with logged as');
}

async function preparedOn(client: Client): Promise<number> {
  const { rows } = await client.query('select count(*)::integer as count from pg_prepared_statements');
  return rows[0].count as number;
}
