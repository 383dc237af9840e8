import fc from 'fast-check';
import { buildSchema, graphql, parse, printSchema, validate, type GraphQLSchema } from 'graphql';
import { day } from '../../kernel/clock.js';
import type { Viewer, ViewerRole } from '../../kernel/viewer.js';
import { NOW, startTestService, TEST_ISSUER, type TestService } from '../test-service.js';
import { idInCursor } from './naive/naive-lists.js';
import { NaiveRows } from './naive/naive-rows.js';
import { naiveSchema } from './naive/naive-schema.js';
import type { Vocabulary } from '../random-queries/random-arguments.js';
import { randomQuery } from '../random-queries/random-query.js';
import { LANGUAGE, readable } from './reach.js';
import { SECRETARY } from '../rich-world/rich-profiles.js';
import { COORDINATOR, makeRichWorld, PARENT } from '../rich-world/rich-world.js';
import { vocabularyOf } from '../random-queries/vocabulary.js';
import { FUTURES, MATCHES, PROFILES, SEATS } from '../random-queries/whole-queries.js';
import { seed, times } from '../effort.js';
import { testSchema } from '../schema.js';

const SEED = seed();
const RUNS = times('randomQueries');
const TODAY = '2026-11-25';
const LISTS = fc.array(fc.nat({ max: 0xffff }), { minLength: 1, maxLength: 400, size: 'max' });

type Variables = Readonly<Record<string, unknown>>;
interface Lists {
  readonly [list: string]: {
    nodes: { id: string }[];
    pageInfo: { startCursor: string; endCursor: string; hasNextPage: boolean; hasPreviousPage: boolean };
  };
}
type Ask = (query: string, variables: Variables) => Promise<Lists>;

const sdl = printSchema(testSchema());

let service: TestService;

beforeAll(async () => {
  // a random query may be larger than a caller's; limits have their own tests
  const limits = { MAX_COST: 1e9, MAX_DEPTH: 50, MAX_ALIASES: 500, MAX_ROOT_FIELDS: 100, MAX_TOKENS: 20_000 };
  service = await startTestService({ ...limits, STATEMENT_TIMEOUT_MS: 60_000, REQUEST_TIMEOUT_MS: 60_000 });
  await makeRichWorld(service);
});
afterAll(() => service.close());

/** Looking at contact details is logged once a day: from here on it changes nothing. */
async function lookAtEverybody(subject: string): Promise<void> {
  const page = `query($after: String) { people(first: 100, after: $after) {
    nodes { contact { email } } pageInfo { hasNextPage endCursor } } }`;
  for (let after: string | null = null, more = true; more;) {
    const { data } = await service.ask(subject, page, { after });
    ({ hasNextPage: more, endCursor: after } = data.people.pageInfo);
  }
}

describe.each([COORDINATOR, SECRETARY, PARENT])('as %s', (subject) => {
  let vocabulary: Vocabulary;
  let naive: GraphQLSchema;

  beforeAll(async () => {
    const viewer = await viewerOf(subject);
    await lookAtEverybody(subject);
    const rows = await NaiveRows.load(service.owner, service.urls.serviceUrl, viewer);
    naive = naiveSchema(sdl, rows, {
      accountId: viewer.accountId!,
      personId: viewer.personId,
      today: TODAY,
      midnight: '2026-11-24T23:00:00Z',
      now: NOW,
      regions: viewer.regions,
      bodies: viewer.bodies,
      managesOrSupports: ({ id, regionId }) =>
        viewer.regions.includes(regionId) || viewer.supported.includes(id),
      seesInside: ({ id, regionId }) =>
        viewer.regions.includes(regionId) || [...viewer.led, ...viewer.supported].includes(id),
    });
    vocabulary = await vocabularyOf(service, subject);
  });

  test(`${RUNS} random queries are answered as graphql-js answers them (SEED=${SEED})`, async () => {
    const equal = fc.asyncProperty(LISTS, async (numbers) => {
      const { query, variables, otherVariables } = randomQuery(naive, vocabulary, numbers);
      const theirs = new Map(
        [variables, otherVariables].map((given) => [given, executed(naive, query, given)]),
      );
      // the second time the plan already exists, and the third time the statement is prepared
      for (const given of [variables, otherVariables, variables]) {
        const [ours, expected] = [await answered(subject, query, given), await theirs.get(given)!];
        if (ours !== expected) throw new Error(difference(query, given, ours, expected));
      }
    });
    await fc.assert(equal, { seed: SEED, numRuns: RUNS });
  });

  test.each([
    '{ people(first: 50) { nodes { contact { email @include(if: false) } } } }',
    '{ seatInvitations(first: 50) { nodes { nominee { displayName @skip(if: true) } } } }',
  ])('an object of which nothing is asked is empty: %s', async (query) => {
    expect(await answered(subject, query, {})).toBe(await executed(naive, query, {}));
  });

  test.each([
    [
      'oudernetwerken',
      'Oudernetwerk',
      ['NAME', 'ACTIVE_FROM', 'LAST_ACTIVITY_ON', 'SEVERITY', 'SECURED_UNTIL'],
    ],
    ['people', 'Person', ['NAME', 'CREATED_AT']],
    ['regions', 'Region', ['CODE', 'NAME']],
  ])('a walk through the pages of %s meets every row once, in order', async (list, type, fields) => {
    const page = `nodes { id } pageInfo { startCursor endCursor hasNextPage hasPreviousPage }`;
    const walk = async (ask: Ask, order: object, isForward: boolean) => {
      const [size, cursor] = isForward ? ['first', 'after'] : ['last', 'before'];
      const query = `query($at: String, $order: ${type}Order) { ${list}(${size}: 3, ${cursor}: $at, orderBy: $order) { ${page} } }`;
      const ids: string[] = [];
      for (let at: string | null = null, more = true; more;) {
        const answer: Lists = await ask(query, { at, order });
        const { nodes, pageInfo } = answer[list]!;
        ids[isForward ? 'push' : 'unshift'](...nodes.map(({ id }) => id));
        at = isForward ? pageInfo.endCursor : pageInfo.startCursor;
        more = isForward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage;
      }
      return ids;
    };
    const ours: Ask = async (query, variables) => (await service.ask(subject, query, variables)).data;
    const theirs: Ask = async (source, variableValues) =>
      (await graphql({ schema: naive, source, variableValues })).data as unknown as Lists;
    for (const field of fields) {
      for (const direction of ['ASC', 'DESC']) {
        const expected = await walk(theirs, { field, direction }, true);
        expect(expected.length).toBeGreaterThan(4);
        expect(await walk(ours, { field, direction }, true)).toEqual(expected);
        expect(await walk(ours, { field, direction }, false)).toEqual(expected);
      }
    }
  });

  test.each(['2024-02-29', '2026-02-28', '2026-11-25', '2027-02-01', '2028-02-29', '2035-01-01'])(
    'all networks as they are doing today and on %s, with who follows and what is to be done',
    async (on) => {
      const answers = await Promise.all([
        answered(subject, FUTURES, { on }),
        executed(naive, FUTURES, { on }),
      ]);
      expect(answers[0]).toBe(answers[1]);
      // otherwise it would prove little; a secretary only sees the outline of networks
      if (subject === SECRETARY) return;
      for (const word of ['SINGLE_TREKKER', 'HANDOVER_OVERDUE', 'UNKNOWN', 'HandoverItem']) {
        expect(answers[0]).toContain(word);
      }
    },
  );

  test('all ervaringsdeskundigen, by every filter, and whose profile is known', async () => {
    const variables = { region: vocabulary.ids.Region![0], theme: vocabulary.ids.Theme![0] };
    const answers = await Promise.all([
      answered(subject, PROFILES, variables),
      executed(naive, PROFILES, variables),
    ]);
    expect(answers[0]).toBe(answers[1]);
    const words = subject === SECRETARY ? [] : ['BOARD_MEMBER', 'REGION'];
    for (const word of ['Aan tafel', 'EXPIRED', ...words]) expect(answers[0]).toContain(word);
  });

  test.each(['2026-11-25', '2027-05-01'])(
    'all bodies and seats as they are today and on %s, who has them, and who fits them',
    async (on) => {
      const answers = await Promise.all([answered(subject, SEATS, { on }), executed(naive, SEATS, { on })]);
      expect(answers[0]).toBe(answers[1]);
      const fits = new Set<string>();
      for (const seatId of vocabulary.ids.AdvisorySeat!) {
        const [ours, theirs] = await Promise.all([
          answered(subject, MATCHES, { seatId }),
          executed(naive, MATCHES, { seatId }),
        ]);
        expect(ours).toBe(theirs);
        for (const [, word] of ours.matchAll(/"(?:fit|state|code)": "(\w+)"/g)) fits.add(word!);
      }
      // otherwise it would prove little
      const words = ['SUITABLE', 'TO_CHECK', 'NEARLY_SUITABLE', 'NOT_SUITABLE', 'UNKNOWN', 'IN_COOLDOWN'];
      if (subject === COORDINATOR) expect([...fits]).toEqual(expect.arrayContaining(words));
    },
  );

  test('an object of more keys than a function of PostgreSQL takes', async () => {
    const keys = Array.from({ length: 120 }, (_each, index) => `a${index}: name`).join(' ');
    const query = `{ regions(first: 2) { nodes { ${keys} parent { ${keys} } } } }`;
    expect(await answered(subject, query, {})).toBe(await executed(naive, query, {}));
  });
});

test('the random queries are valid, and reach everything that can be read', async () => {
  const vocabulary = await vocabularyOf(service, COORDINATOR);
  const schema = buildSchema(sdl);
  const unused = new Set([...LANGUAGE, ...readable(schema)]);
  for (const numbers of fc.sample(LISTS, { seed: 1, numRuns: 5_000 })) {
    if (unused.size === 0) break;
    const { query, features } = randomQuery(schema, vocabulary, numbers);
    expect({ query, errors: validate(schema, parse(query)) }).toEqual({ query, errors: [] });
    for (const feature of features) unused.delete(feature);
  }
  expect([...unused]).toEqual([]);
});

async function answered(subject: string, query: string, variables: Variables): Promise<string> {
  const { text } = await service.ask(subject, query, variables);
  const { data, errors } = JSON.parse(text) as { data: unknown; errors?: unknown };
  return canonical({ data, errors });
}

async function executed(schema: GraphQLSchema, query: string, variables: Variables): Promise<string> {
  const { data, errors } = await graphql({ schema, source: query, variableValues: variables });
  return canonical({ data, errors });
}

/** JSON with the keys in their order; a cursor, which is opaque, as the row it points to. */
function canonical(answer: unknown): string {
  return JSON.stringify(
    answer,
    (_key, value: unknown) =>
      typeof value === 'string' && value.startsWith('WyJ') ? `cursor at ${idInCursor(value)}` : value,
    1,
  );
}

function difference(query: string, variables: Variables, ours: string, theirs: string): string {
  const [a, b] = [ours.split('\n'), theirs.split('\n')];
  const first = a.findIndex((line, index) => line !== b[index]);
  const around = (lines: string[]) => lines.slice(Math.max(0, first - 8), first + 8).join('\n');
  return [
    query,
    JSON.stringify(variables),
    `the service, from line ${first}:`,
    around(a),
    'graphql-js:',
    around(b),
  ].join('\n');
}

async function viewerOf(subject: string): Promise<Viewer> {
  const { rows } = await service.owner.query('select viewer_of($1, $2, $3) as viewer', [
    TEST_ISSUER,
    subject,
    TODAY,
  ]);
  const viewer = rows[0].viewer as Omit<Viewer, 'today'>;
  const parent: ViewerRole[] = viewer.personId
    ? [{ kind: 'PARENT', regionId: null, organisationId: null }]
    : [];
  return { ...viewer, roles: [...viewer.roles, ...parent], today: day(TODAY) };
}
