import type { Client } from 'pg';
import type { Random } from '../../src/app/seed/random.js';
import { nodeId } from '../../src/kernel/node-id.js';
import { MATCH_QUESTION } from '../matches.js';
import { askService, type QuestionName, QUESTIONS, type RightAnswer, type Variables } from '../questions.js';
import { type Caller, type Role, ROLES } from './callers.js';
import type { Call } from './open-loop.js';

/** What there is to ask for in a region: ids and names. */
interface Things {
  readonly networks: readonly string[];
  readonly people: readonly string[];
  readonly names: readonly string[];
  readonly seats: readonly string[];
}

interface Read extends RightAnswer {
  readonly kind: string;
  /** how often it is asked, against the other reads of its role */
  readonly weight: number;
  readonly document: string;
  variables(region: string, things: Things, random: Random): Variables;
}

const NONE = () => ({});

const SINGLE = ofBenchmark('single', 4, (_region, { networks }, random) => ({ id: random.pick(networks) }));
const SEARCH = ofBenchmark('search', 2, (_region, { names }, random) => ({ q: random.pick(names) }));
const WORKLIST = ofBenchmark('worklist', 3, (region) => ({ region }));
const PAGE = ofBenchmark('page', 1, (region) => ({ region }));

const VIEWER: Read = {
  kind: 'viewer',
  weight: 2,
  document: '{ viewer { id roles { kind region { name } } } }',
  begins: ['data', 'viewer', 'id'],
  variables: NONE,
};
const NETWORKS: Read = {
  kind: 'networks',
  weight: 3,
  document:
    '{ oudernetwerken(first: 10) { nodes { id name status trekkers { role person { displayName } } } } }',
  begins: ['data', 'oudernetwerken', 'nodes', 'id'],
  variables: NONE,
};
const ORGANISATIONS: Read = {
  kind: 'organisations',
  weight: 2,
  document: '{ organisations(first: 25) { nodes { id name } pageInfo { hasNextPage } } }',
  begins: ['data', 'organisations', 'nodes', 'id'],
  variables: NONE,
};
/** It is written down whose details were shown. */
const CONTACT: Read = {
  kind: 'contact',
  weight: 1,
  document: `query($id: ID!) { person(id: $id) { id displayName contact { email phone } memberships(first: 5) {
    nodes { oudernetwerk { id name } } } } }`,
  begins: ['data', 'person', 'id'],
  variables: (_region, { people }, random) => ({ id: random.pick(people) }),
};
const SEATS: Read = {
  kind: 'seats',
  weight: 3,
  document: '{ advisorySeats(first: 25) { nodes { id title body { id name } } pageInfo { hasNextPage } } }',
  begins: ['data', 'advisorySeats', 'nodes', 'id'],
  variables: NONE,
};
const MATCHES: Read = {
  kind: 'matches',
  weight: 1,
  ...MATCH_QUESTION,
  variables: (_region, { seats }, random) => ({ seat: random.pick(seats) }),
};

const READS: Readonly<Record<Role, readonly Read[]>> = {
  coordinator: [SINGLE, SEARCH, WORKLIST, PAGE, CONTACT],
  secretary: [SEATS, MATCHES, VIEWER, { ...WORKLIST, begins: ['data', 'worklist', 'nodes'] }],
  supporter: [NETWORKS, ORGANISATIONS, VIEWER],
  parent: [NETWORKS, VIEWER, ORGANISATIONS],
  national: [ofBenchmark('risk', 1, NONE), ORGANISATIONS, NETWORKS],
};

/** How many of a hundred reads are of each role. */
const SHARES: Readonly<Record<Role, number>> = {
  coordinator: 50,
  secretary: 15,
  supporter: 10,
  parent: 20,
  national: 5,
};

/** Draws reads of all roles. */
export async function readsOf(
  owner: Client,
  callers: readonly Caller[],
  random: Random,
): Promise<() => Call> {
  const things = await thingsByRegion(owner);
  const known = callers.filter(({ region }) => region === null || things.has(region.id));
  const roles = ROLES.flatMap((role) => Array<Role>(SHARES[role]).fill(role));
  const drawn = new Map(
    ROLES.map((role) => [
      role,
      {
        callers: known.filter((caller) => caller.role === role),
        reads: READS[role].flatMap((read) => Array<Read>(read.weight).fill(read)),
      },
    ]),
  );
  return () => {
    const role = random.pick(roles);
    const { callers, reads } = drawn.get(role)!;
    const { token, region } = random.pick(callers);
    const read = random.pick(reads);
    const there = region ? things.get(region.id)! : NOTHING;
    const variables = read.variables(region ? nodeId('Region', region.id) : '', there, random);
    return { kind: read.kind, role, right: read, asked: askService(read, variables, token) };
  };
}

function ofBenchmark(name: QuestionName, weight: number, variables: Read['variables']): Read {
  const { document, begins } = QUESTIONS.find((question) => question.name === name)!;
  return { kind: name, weight, document, begins, variables };
}

const NOTHING: Things = { networks: [], people: [], names: [], seats: [] };
const MOST = 500;

async function thingsByRegion(owner: Client): Promise<ReadonlyMap<string, Things>> {
  const some = (list: string, from: string) =>
    `(select coalesce(json_agg(value), '[]') from (select ${list} as value from ${from} limit ${MOST}) listed)`;
  const { rows } = await owner.query<Things & { id: string }>(
    `select r.id,
       ${some('id', 'oudernetwerken where region_id = r.id order by id')} as networks,
       ${some('id', 'people where region_id = r.id order by id')} as people,
       ${some('d.display_name', 'people p join person_details d on d.person_id = p.id where p.region_id = r.id order by p.id')} as names,
       ${some(
         's.id',
         `advisory_seats s where s.region_id = r.id and s.abolished_on is null and not exists (
            select from seat_appointments a where a.seat_id = s.id
              and (upper_inf(a.period) or upper(a.period) > current_date)) order by s.id`,
       )} as seats
     from regions r where r.code like 'JZ%'`,
  );
  const ids = (type: string, list: readonly string[]) => list.map((id) => nodeId(type, id));
  return new Map(
    rows
      .filter(({ networks, people, seats }) => [networks, people, seats].every((list) => list.length > 0))
      .map(({ id, networks, people, names, seats }) => [
        id,
        {
          networks: ids('Oudernetwerk', networks),
          people: ids('Person', people),
          names,
          seats: ids('AdvisorySeat', seats),
        },
      ]),
  );
}
