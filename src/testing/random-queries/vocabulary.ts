import { nodeId } from '../../kernel/node-id.js';
import type { TestService } from '../test-service.js';
import { TABLES } from '../oracle/naive/naive-rows.js';
import { orderName, type Vocabulary } from './random-arguments.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const SEARCHES = [
  'zoe',
  'zoë gelijk',
  'zo gelikj',
  'Berg',
  'ouders zuid',
  'tuiszitters',
  '日本語の親',
  'jz06',
  'Utrecht',
  "o'neill",
  'noor',
  'samenwerkingsverband',
  'xqzw',
  '100%_\\',
  'AAN tafel',
  'AR',
  '',
];
const DAYS = [
  '2024-02-29',
  '2025-03-01',
  '2026-07-31',
  '2026-11-25',
  '2026-11-26',
  '2027-01-01',
  '2030-12-31',
];

const ORDERS: Readonly<Record<string, readonly string[]>> = {
  regions: ['CODE', 'NAME'],
  organisations: ['NAME'],
  people: ['NAME', 'CREATED_AT'],
  oudernetwerken: ['NAME', 'ACTIVE_FROM', 'LAST_ACTIVITY_ON', 'SEVERITY', 'SECURED_UNTIL'],
  ervaringsdeskundigen: ['REGISTERED_ON', 'PSEUDONYM'],
  advisorySeats: ['TITLE', 'VACANT_SINCE', 'LATEST_END'],
  seatInvitations: ['ASKED_ON', 'EXPIRES_ON'],
};
/** The type of the rows of a list. */
const LISTED: Readonly<Record<string, string>> = {
  regions: 'Region',
  organisations: 'Organisation',
  people: 'Person',
  oudernetwerken: 'Oudernetwerk',
  ervaringsdeskundigen: 'Ervaringsdeskundige',
  advisorySeats: 'AdvisorySeat',
  seatInvitations: 'SeatInvitation',
};
const NESTED: Readonly<Record<string, string>> = {
  trekkerschappen: 'Trekkerschap',
  caretakerships: 'Caretakership',
  members: 'Membership',
  activities: 'Activity',
  successionPlans: 'SuccessionPlan',
};

/** For large tables: first the rows that concern the viewers. */
const NEAR: Readonly<Record<string, string>> = {
  Municipality: `(region_id = (select id from regions where code = 'JZ06'))`,
  Organisation: '(not from_reference)',
  AdvisorySeat: `(region_id = (select id from regions where code = 'JZ06'))`,
};

/** Words for queries by this account on this database. */
export async function vocabularyOf(service: TestService, subject: string): Promise<Vocabulary> {
  const ids: Record<string, string[]> = {};
  for (const [type, table] of Object.entries(TABLES)) {
    const near = NEAR[type] ? `${NEAR[type]} desc, ` : '';
    const { rows } = await service.owner.query(`select id from ${table} order by ${near}id limit 40`);
    ids[type] = [...rows.map(({ id }) => nodeId(type, id as string)), nodeId(type, NOBODY)];
  }
  const { rows } = await service.owner.query(
    'select code from organisations where code is not null order by id limit 10',
  );
  const codes = {
    Region: ['JZ06', 'JZ22', 'NL', 'JZ06-W1', 'jz06', 'XX'],
    Organisation: [...rows.map(({ code }) => code as string), '', 'PO0'],
  };
  // any node will do for `node` and `nodes`
  ids.Node = Object.values(ids).flatMap((some) => [...some.slice(0, 6), ...some.slice(-1)]);
  return {
    ids,
    codes,
    days: DAYS,
    searches: SEARCHES,
    cursors: await cursorsOf(service, subject, ids.Person!, ids.Import!),
  };
}

async function cursorsOf(
  service: TestService,
  subject: string,
  personIds: readonly string[],
  imports: readonly string[],
): Promise<Map<string, string[]>> {
  const cursors = new Map<string, string[]>();
  const ask = async (query: string, variables: object = {}) => {
    const { data, errors } = await service.ask(subject, query, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data as Record<string, Edges>;
  };
  for (const [list, fields] of Object.entries(ORDERS)) {
    const type = LISTED[list]!;
    const orders = fields.flatMap((field) =>
      ['ASC', 'DESC'].map((direction) => ({ orderBy: { field, direction } })),
    );
    for (const order of [{}, ...orders]) {
      const data = await ask(
        `query($orderBy: ${type}Order) { ${list}(first: 100, orderBy: $orderBy) { edges { cursor } } }`,
        order,
      );
      cursors.set(orderName(type, order), cursorsIn(data[list]!));
    }
  }
  for (const search of SEARCHES) {
    const data = await ask(
      'query($search: String) { people(filter: { search: $search }) { edges { cursor } } }',
      {
        search,
      },
    );
    cursors.set(orderName('Person', { filter: { search } }), cursorsIn(data.people!));
  }
  for (const [field, type] of Object.entries(NESTED)) {
    const data = await ask(`{ oudernetwerken(first: 100) { nodes { ${field} { edges { cursor } } } } }`);
    const lists = (data.oudernetwerken as unknown as { nodes: Record<string, Edges>[] }).nodes;
    cursors.set(
      orderName(type, {}),
      lists.flatMap((list) => cursorsIn(list[field]!)),
    );
  }
  const profiles = await ask(
    '{ ervaringsdeskundigen(first: 100) { nodes { consents { edges { cursor } } } } }',
  );
  const ledgers = (profiles.ervaringsdeskundigen as unknown as { nodes: { consents: Edges }[] }).nodes;
  cursors.set(
    orderName('Consent', {}),
    ledgers.flatMap(({ consents }) => cursorsIn(consents)),
  );
  const { advisoryBodies } = await ask(
    '{ advisoryBodies(first: 100) { edges { cursor } nodes { agreements { edges { cursor } } } } }',
  );
  cursors.set(orderName('AdvisoryBody', {}), cursorsIn(advisoryBodies!));
  const bodies = (advisoryBodies as unknown as { nodes: { agreements: Edges }[] }).nodes;
  cursors.set(
    orderName('RegionAgreement', {}),
    bodies.flatMap(({ agreements }) => cursorsIn(agreements)),
  );
  const { advisorySeats } = await ask(
    '{ advisorySeats(first: 100) { nodes { id appointments { edges { cursor } } } } }',
  );
  const seats = (advisorySeats as unknown as { nodes: { id: string; appointments: Edges }[] }).nodes;
  cursors.set(
    orderName('SeatAppointment', {}),
    seats.flatMap(({ appointments }) => cursorsIn(appointments)),
  );
  for (const { id: seatId } of seats) {
    const { matches } = await ask('query($seatId: ID!) { matches(seatId: $seatId) { edges { cursor } } }', {
      seatId,
    });
    cursors.set(orderName('Match', { seatId }), cursorsIn(matches!));
  }
  const rows: string[] = [];
  for (const id of imports) {
    const query = 'query($id: ID!) { import(id: $id) { rows(first: 100) { edges { cursor } } } }';
    const list = (await ask(query, { id })).import as unknown as { rows: Edges } | null;
    if (list) rows.push(...cursorsIn(list.rows));
  }
  cursors.set(orderName('ImportRow', {}), rows);
  const { people } = await ask('{ people(first: 100) { nodes { accessLog { edges { cursor } } } } }');
  const logs = (people as unknown as { nodes: { accessLog: Edges }[] }).nodes;
  cursors.set(
    orderName('PersonAccess', {}),
    logs.flatMap(({ accessLog }) => cursorsIn(accessLog)),
  );
  for (const id of personIds) {
    const { auditLog, accessLog } = await ask(
      `query($id: ID!) { auditLog(subjectId: $id) { edges { cursor } } accessLog(personId: $id) { edges { cursor } } }`,
      { id },
    );
    cursors.set(orderName('AuditEntry', { subjectId: id }), cursorsIn(auditLog!));
    cursors.set(orderName('AccessEntry', { personId: id }), cursorsIn(accessLog!));
  }
  const { themeProposals } = await ask('{ themeProposals(first: 100) { edges { cursor } } }');
  cursors.set(orderName('ThemeProposal', {}), cursorsIn(themeProposals!));
  const { worklist } = await ask('{ worklist(first: 100, snoozed: true) { edges { cursor } } }');
  cursors.set(orderName('WorkItem', {}), cursorsIn(worklist!));
  return cursors;
}

interface Edges {
  readonly edges: readonly { readonly cursor: string }[];
}

function cursorsIn({ edges }: Edges): string[] {
  return edges.map(({ cursor }) => cursor);
}
