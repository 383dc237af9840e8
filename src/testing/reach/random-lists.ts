import { type FieldNode, getOperationAST, parse } from 'graphql';
import { getArgumentValues, getVariableValues } from 'graphql/execution/values.js';
import type { Client } from 'pg';
import { nodeId } from '../../kernel/node-id.js';
import { Choices } from '../random-queries/choices.js';
import { RandomArguments, type Vocabulary } from '../random-queries/random-arguments.js';
import { RandomVariables } from '../random-queries/random-variables.js';
import { testSchema } from '../schema.js';
import { HIDDEN_NAME } from './hidden-country.js';

/** A shorter one takes as much. */
const USUAL_PAGE = 25;

/** The lists, with the table of their rows and what is asked of each. */
export const LISTS: readonly (readonly [list: string, table: string, fields: string])[] = [
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
/** Those who may be the same, for everybody on a page. */
export const DUPLICATES = '{ people(first: 50) { nodes { id possibleDuplicates { id displayName } } } }';

/** A list with a page, a filter, an order, a search or a count, as the numbers choose. */
export function randomList(numbers: readonly number[], vocabulary: Vocabulary) {
  const choices = new Choices(numbers);
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

/** The rows of the page that it asks for. */
export function pageOf(query: string, variables: Readonly<Record<string, unknown>>): number {
  const operation = getOperationAST(parse(query))!;
  const { coerced } = getVariableValues(testSchema(), operation.variableDefinitions ?? [], variables);
  const node = operation.selectionSet.selections[0] as FieldNode;
  const field = testSchema().getQueryType()!.getFields()[node.name.value]!;
  const { first, last } = getArgumentValues(field, node, coerced);
  return Math.max(USUAL_PAGE, Number(first ?? last ?? 0));
}

/** What there is to ask for in this database. */
export async function vocabularyOf(owner: Client): Promise<Vocabulary> {
  const idsOf = async (type: string, select: string) => {
    const { rows } = await owner.query<{ id: string }>(select);
    return [type, rows.map(({ id }) => nodeId(type, id))] as const;
  };
  const names = await owner.query<{ name: string }>(
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
