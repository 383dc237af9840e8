import { randomUUID } from 'node:crypto';
import { nodeId } from '../../kernel/node-id.js';
import { HIDDEN_NAME } from './hidden-country.js';
import { openReachWorld, type ReachWorld } from './reach-world.js';

const ROLES = ['coordinator', 'secretary', 'supporter', 'parent'] as const;
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
    'departureImpact(personId: $id, on: "2026-12-31") { openItems networks { after { band } } }',
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
  const query = `query($search: String) {
      people(filter: { search: $search }) { totalCount nodes { displayName } } }`;
  const looked = (search: string) => pages(role, query, { search });
  const [hidden, absent] = [await looked(HIDDEN_NAME), await looked('Xqzwvkthjb')];
  expect(Math.abs(hidden - absent)).toBeLessThanOrEqual(FEW);
});

/** Asked a second time: the first time PostgreSQL looks things up in its catalogue. */
async function pages(role: (typeof ROLES)[number], query: string, variables: object): Promise<number> {
  await world.reads.buffersOf(world.viewer(role), query, variables);
  return world.reads.buffersOf(world.viewer(role), query, variables);
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
