import fc from 'fast-check';
import { type FieldNode, getOperationAST, parse } from 'graphql';
import { getArgumentValues, getVariableValues } from 'graphql/execution/values.js';
import { DEV_ROLES } from '../../app/sign-in/development/dev-accounts.js';
import { nodeId } from '../../kernel/node-id.js';
import { seed, times } from '../effort.js';
import { Choices } from '../random-queries/choices.js';
import { RandomArguments, type Vocabulary } from '../random-queries/random-arguments.js';
import { RandomVariables } from '../random-queries/random-variables.js';
import { testSchema } from '../schema.js';
import { HIDDEN_NAME } from './hidden-country.js';
import { openReachWorld, type ReachWorld } from './reach-world.js';

const SEED = seed();
const RUNS = times('queriesOfReach');

/** Pages of the database for each row that the viewer sees, and for each row of the page. */
const PAGES_PER_ROW = 20;
/** A shorter one takes as much. */
const USUAL_PAGE = 25;

/** The lists, with the table of their rows and what is asked of each. */
const LISTS: readonly (readonly [list: string, table: string, fields: string])[] = [
  ['people', 'people', 'id displayName region { code }'],
  ['trekkerOuders', 'people', 'id displayName'],
  ['oudernetwerken', 'oudernetwerken', 'id name status region { code }'],
  ['ervaringsdeskundigen', 'ervaringsdeskundigen', 'id pseudonym findable'],
  ['advisoryBodies', 'advisory_bodies', 'id name status'],
  ['advisorySeats', 'advisory_seats', 'id title body { name }'],
  ['seatInvitations', 'seat_invitations', 'id status'],
  ['worklist', 'work_items', 'band dueOn'],
  ['organisations', 'organisations', 'id name'],
];
const DUPLICATES = '{ people(first: 50) { nodes { id possibleDuplicates { id displayName } } } }';

let world: ReachWorld;
let vocabulary: Vocabulary;

beforeAll(async () => {
  world = await openReachWorld(DEV_ROLES);
  vocabulary = await vocabularyHere();
}, 120_000);
afterAll(() => world.close());

describe.each(DEV_ROLES)('as %s', (role) => {
  test(`${RUNS} random lists look at what the viewer sees, not at what there is (SEED=${SEED})`, async () => {
    const viewer = world.viewer(role);
    const visible = new Map<string, number>();
    for (const [, table] of LISTS) visible.set(table, await world.reads.visible(viewer, table));
    const few = fc.asyncProperty(fc.array(fc.nat({ max: 0xffff }), { maxLength: 60 }), async (numbers) => {
      const { query, variables, table } = randomList(new Choices(numbers));
      const most = PAGES_PER_ROW * (visible.get(table)! + pageOf(query, variables));
      const looked = await world.reads.buffersOf(viewer, query, variables);
      if (looked > most)
        throw new Error(`${looked} pages, not ${most}: ${query} ${JSON.stringify(variables)}`);
    });
    await fc.assert(few, { seed: SEED, numRuns: RUNS, endOnFailure: true });
  });

  test('those who may be the same, of a page of 50, are looked for among the people whom the viewer sees', async () => {
    const viewer = world.viewer(role);
    const most = PAGES_PER_ROW * ((await world.reads.visible(viewer, 'people')) + 50);
    expect(await world.reads.buffersOf(viewer, DUPLICATES)).toBeLessThanOrEqual(most);
  });
});

function randomList(choices: Choices) {
  const [list, table, fields] = choices.of(LISTS);
  const variables = new RandomVariables(choices);
  const field = testSchema().getQueryType()!.getFields()[list]!;
  const args = new RandomArguments(choices, vocabulary, variables).of(field);
  const parts = [
    ...(choices.chance(70) ? [`nodes { ${fields} }`] : []),
    ...(choices.chance(30) ? ['pageInfo { hasNextPage endCursor }'] : []),
    'totalCount',
  ];
  const wanted = choices.chance(30) ? `nodes { ${fields} }` : parts.join(' ');
  return {
    query: `query${variables.declarations()} { ${list}${args} { ${wanted} } }`,
    variables: variables.given(),
    table,
  };
}

function pageOf(query: string, variables: Readonly<Record<string, unknown>>): number {
  const operation = getOperationAST(parse(query))!;
  const { coerced } = getVariableValues(testSchema(), operation.variableDefinitions ?? [], variables);
  const node = operation.selectionSet.selections[0] as FieldNode;
  const field = testSchema().getQueryType()!.getFields()[node.name.value]!;
  const { first, last } = getArgumentValues(field, node, coerced);
  return Math.max(USUAL_PAGE, Number(first ?? last ?? 0));
}

async function vocabularyHere(): Promise<Vocabulary> {
  const idsOf = async (type: string, select: string) => {
    const { rows } = await world.owner.query<{ id: string }>(select);
    return [type, rows.map(({ id }) => nodeId(type, id))] as const;
  };
  const names = await world.owner.query<{ name: string }>(
    `(select family_name as name from person_details group by 1 order by count(*) desc limit 4)
     union all (select name from oudernetwerken order by id limit 2)
     union all (select name from organisations where kind = 'SCHOOL' order by id limit 2)`,
  );
  return {
    ids: Object.fromEntries([
      await idsOf('Region', `select id from regions order by code`),
      await idsOf('Municipality', 'select id from municipalities order by id limit 40'),
      await idsOf('Theme', 'select id from themes order by id'),
      await idsOf('AdvisoryBody', 'select id from advisory_bodies order by id limit 40'),
    ]),
    days: ['2024-02-29', '2026-01-01', '2026-11-01', '2027-08-01'],
    searches: [HIDDEN_NAME, 'xqzwvk', ...names.rows.map(({ name }) => name)],
    codes: { Organisation: ['PO2703', ''], Region: ['NL'] },
    cursors: new Map(),
  };
}
