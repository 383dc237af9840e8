import { randomUUID } from 'node:crypto';
import { nodeId } from '../../kernel/node-id.js';
import { HIDDEN_NAME } from './hidden-country.js';
import { openReachWorld, type ReachWorld } from './reach-world.js';

const ROLES = ['coordinator', 'secretary', 'supporter', 'parent'] as const;
type Role = (typeof ROLES)[number];
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

beforeAll(async () => {
  world = await openReachWorld(ROLES);
}, 120_000);
afterAll(() => world.close());

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
  for (const first of ['', `${given} `]) {
    const [hidden, absent] = [
      await searched(role, first + HIDDEN_NAME),
      await searched(role, `${first}Xqzwvkthjb`),
    ];
    expect(Math.abs(hidden - absent)).toBeLessThanOrEqual(FEW);
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

const searched = (role: Role, search: string) =>
  pages(
    role,
    `query($search: String) {
      people(filter: { search: $search }) { totalCount nodes { displayName } } }`,
    { search },
  );

/** The name of somebody where the viewer has a role. */
async function seenBy(role: Role): Promise<{ given: string; family: string }> {
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
async function pages(role: Role, query: string, variables: object): Promise<number> {
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
