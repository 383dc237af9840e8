import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { DEV_ROLES, type DevRole } from '../../app/sign-in/development/dev-accounts.js';
import { nodeId } from '../../kernel/node-id.js';
import { seed, times } from '../effort.js';
import type { Vocabulary } from '../random-queries/random-arguments.js';
import { HIDDEN_NAME } from './hidden-country.js';
import { DUPLICATES, LISTS, pageOf, randomList, vocabularyOf } from './random-lists.js';
import { openReachWorld, type ReachWorld } from './reach-world.js';
import { triedWrites } from './writes.js';

const SEED = seed();
const RUNS = times('queriesOfReach');

/** Pages of the database for each row that the viewer sees, and for each row of the page. */
const PAGES_PER_ROW = 20;

/** From them something is hidden. */
const ROLES = DEV_ROLES.filter((role) => role !== 'admin');
/** Time tells as well: as many pages of the database, but for a few. */
const FEW = 10;

/** What somebody may ask for by its id, with the table of its rows. */
const NODES: readonly (readonly [type: string, table: string, query: string])[] = [
  ['Person', 'people', 'person(id: $id) { displayName contact { email } schoolTies { stage } }'],
  ['Oudernetwerk', 'oudernetwerken', 'oudernetwerk(id: $id) { name trekkers { id } }'],
  [
    'Ervaringsdeskundige',
    'ervaringsdeskundigen',
    'ervaringsdeskundige(id: $id) { pseudonym trainings { title } }',
  ],
  ['AdvisoryBody', 'advisory_bodies', 'advisoryBody(id: $id) { name }'],
  ['AdvisorySeat', 'advisory_seats', 'advisorySeat(id: $id) { title status }'],
  ...[
    ['Person', 'people'],
    ['Oudernetwerk', 'oudernetwerken'],
    ['Trekkerschap', 'trekkerschappen'],
    ['Membership', 'memberships'],
    ['SchoolTie', 'school_ties'],
    ['Ervaringsdeskundige', 'ervaringsdeskundigen'],
    ['AdvisoryBody', 'advisory_bodies'],
    ['AdvisorySeat', 'advisory_seats'],
    ['SeatInvitation', 'seat_invitations'],
    ['SeatAppointment', 'seat_appointments'],
  ].map(([type, table]) => [type!, table!, 'node(id: $id) { id }'] as const),
  [
    'Person',
    'people',
    'departureImpact(personId: $id, on: "2026-12-31") { openItems ends { memberships { id } invitations { id } } networks { after } }',
  ],
];

let world: ReachWorld;
let vocabulary: Vocabulary;

beforeAll(async () => {
  world = await openReachWorld(DEV_ROLES);
  vocabulary = await vocabularyOf(world.owner);
}, 120_000);
afterAll(() => world.close());

describe.each(DEV_ROLES)('as %s', (role) => {
  test(`${RUNS} random lists look at what the viewer sees, not at what there is (SEED=${SEED})`, async () => {
    const viewer = world.viewer(role);
    const visible = new Map<string, number>();
    for (const [, table] of LISTS) visible.set(table, await world.reads.visible(viewer, table));
    const few = fc.asyncProperty(fc.array(fc.nat({ max: 0xffff }), { maxLength: 60 }), async (numbers) => {
      const { query, variables, table } = randomList(numbers, vocabulary);
      const most = PAGES_PER_ROW * (visible.get(table)! + pageOf(query, variables));
      const pages = () => world.reads.buffersOf(viewer, query, variables);
      // the first time PostgreSQL looks things up in its catalogue
      const looked = (await pages()) > most ? await pages() : 0;
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

test('a write looks at its own rows, however many others there are', async () => {
  const read: Record<string, readonly string[]> = {};
  for (const [name, tablesRead] of await triedWrites(world)) read[name] = await tablesRead();
  expect(read).toEqual(Object.fromEntries(Object.keys(read).map((name) => [name, []])));
});

test.each(DEV_ROLES)('as %s one of the organisations is found by its id, not among all', async (role) => {
  const { rows } = await world.owner.query<{ id: string; pages: number }>(
    `select (select id from organisations limit 1), relpages as pages from pg_class where relname = 'organisations'`,
  );
  const [{ id, pages: all }] = rows as [(typeof rows)[number]];
  const looked = await pages(role, 'query($id: ID!) { node(id: $id) { id } }', {
    id: nodeId('Organisation', id),
  });
  expect(looked).toBeLessThan(all / 2);
});

describe.each(ROLES)('as %s', (role) => {
  test.each(NODES)(
    'a hidden %s takes as much as one that does not exist: %s, %s',
    async (type, table, query) => {
      const looked = (id: string) => pages(role, `query($id: ID!) { ${query} }`, { id: nodeId(type, id) });
      const absent = await looked(randomUUID());
      const hidden = await hiddenOf(table);
      expect(hidden).toHaveLength(2);
      for (const id of hidden) {
        expect(Math.abs((await looked(id)) - absent)).toBeLessThanOrEqual(FEW);
      }
    },
  );
});

test.each(ROLES)('as %s a hidden name that is common takes as much as one that nobody has', async (role) => {
  const { given } = await seenBy(role);
  for (const where of [PEOPLE, ANY_KIND]) {
    for (const first of ['', `${given} `]) {
      const [hidden, absent] = [
        await searched(role, first + HIDDEN_NAME, where),
        await searched(role, `${first}Xqzwvkthjb`, where),
      ];
      expect(Math.abs(hidden - absent)).toBeLessThanOrEqual(FEW);
    }
  }
});

test.each(ROLES)('as %s a name takes as much when many more have it who are hidden', async (role) => {
  const { given, family } = await seenBy(role);
  const alone = await searched(role, `${given} ${family}`);
  const { rowCount } = await world.owner.query(
    `update person_details set given_name = $1, family_name = $2 where person_id in (
       select person_id from person_details where family_name = $3 order by person_id desc limit 300)`,
    [given, family, HIDDEN_NAME],
  );
  expect(rowCount).toBe(300);
  await world.owner.query('vacuum person_details, names_by_place');
  const among = await searched(role, `${given} ${family}`);
  expect(Math.abs(among - alone)).toBeLessThanOrEqual(FEW);
});

const PEOPLE = 'people(filter: { search: $search }) { totalCount nodes { displayName } }';
/** Of what is hidden from some: the others are found by everybody. */
const ANY_KIND = `search(text: $search, kinds: [PERSON, OUDERNETWERK, ADVISORY_BODY, ADVISORY_SEAT]) {
  totalCount nodes { kind object { id } } }`;

const searched = (role: DevRole, search: string, where = PEOPLE) =>
  pages(role, `query($search: String!) { ${where} }`, { search });

/** The name of somebody where the viewer has a role. */
async function seenBy(role: DevRole): Promise<{ given: string; family: string }> {
  const { regions, supported, led, bodies, personId } = world.viewer(role);
  const { rows } = await world.owner.query<{ given: string; family: string }>(
    `select given_name as given, family_name as family from person_details
     where (region_ids && $1 or oudernetwerk_ids && $2 or body_ids && $3 or person_id = $4) and length(family_name) > 4
     order by person_id limit 1`,
    [regions, [...supported, ...led], bodies, personId],
  );
  return rows[0]!;
}

/**
 * The least of three: the first time PostgreSQL looks things up in its catalogue, and again whenever what other
 * databases of the server change makes it forget.
 */
async function pages(role: DevRole, query: string, variables: object): Promise<number> {
  const taken: number[] = [];
  for (let time = 0; time < 3; time++)
    taken.push(await world.reads.buffersOf(world.viewer(role), query, variables));
  return Math.min(...taken);
}

/** Two rows of a region in which nobody has a role. */
async function hiddenOf(table: string): Promise<string[]> {
  const ties = table === 'school_ties' ? 'join people p on p.id = t.person_id' : '';
  const { rows } = await world.owner.query<{ id: string }>(
    `select t.id from ${table} t ${ties}
     where region_id = (select region_id from people p join person_details d on d.person_id = p.id
       where d.family_name = $1 order by p.id limit 1) order by t.id limit 2`,
    [HIDDEN_NAME],
  );
  return rows.map(({ id }) => id);
}
