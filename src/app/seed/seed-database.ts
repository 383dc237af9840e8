import { Client } from 'pg';
import type { PlainDate } from '../../kernel/clock.js';
import { drawCalendar, insertActivities } from './networks/activities.js';
import { drawBodies, insertBodies } from './advisory/advisory-bodies.js';
import { drawSeats, insertSeats } from './advisory/advisory-seats.js';
import { insertConsents } from './advisory/consents.js';
import { dayNumber } from './days.js';
import { derivingAtOnce } from './derived.js';
import { drawErvaringsdeskundigen } from './advisory/ervaringsdeskundigen.js';
import { type NetworkPeople, shareMembers } from './networks/members.js';
import { drawNetworks, insertNetworks, type SeedNetwork } from './networks/networks.js';
import { insertPeople, type PeopleByRegion } from './people.js';
import { firstOrganisationId, prepareRegions, type SeedRegion } from './places.js';
import { insertErvaringsdeskundigen } from './advisory/profile-rows.js';
import type { Progress } from './progress.js';
import { insertInvitations } from './advisory/invitation-rows.js';
import { Random } from './random.js';
import { insertMemberships, insertTrekkerschappen } from './networks/roles.js';
import { insertSchoolTies } from './networks/school-ties.js';
import { drawAppointments, insertAppointments } from './advisory/seat-appointments.js';
import { drawInvitations } from './advisory/seat-invitations.js';
import { insertSecretaries } from './secretaries.js';
import { SIZES, type SeedSize } from './sizes.js';
import { insertSupport } from './networks/support.js';
import { insertIncompatibilities, insertTrainings } from './advisory/trainings.js';

/** The day on which the seeded world is "now". Running tenures are without end, so they stay current after it. */
export const REFERENCE_DAY = '2026-11-01';

export interface SeedOptions {
  readonly ownerUrl: string;
  readonly size: SeedSize;
  /** the day on which the seeded world is "now": the same day gives the same rows */
  readonly referenceDay: PlainDate;
  readonly progress: Progress;
}

export type SeedOutcome = 'seeded' | 'seeded before';

const randomOf = (size: SeedSize) => new Random(`oudernetwerken/${size.name}`);
const regionsRandom = (size: SeedSize) => randomOf(size).stream('regions');

/**
 * Fills a database that is migrated and has its reference data, in one transaction: all of it or nothing.
 * Constraints stay on; the database itself checks the leadership invariant.
 */
export async function seedDatabase({ ownerUrl, ...options }: SeedOptions): Promise<SeedOutcome> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'oudernetwerken seed' });
  await client.connect();
  try {
    await client.query(`set work_mem = '128MB'; set gin_pending_list_limit = '64MB'; set jit = off`);
    await client.query('begin');
    // of two at once the second waits, and finds it done
    await client.query(`select pg_advisory_xact_lock(hashtext('oudernetwerken.seed'))`);
    if (await isSeeded(client)) return 'seeded before';
    await derivingAtOnce(client, options.progress, () => fill(client, options));
    await client.query('commit');
    options.progress.say('vacuum and analyze');
    await client.query('vacuum (analyze)');
    return 'seeded';
  } finally {
    await client.end();
  }
}

/** Recognised by an organisation that only a seed creates. */
async function isSeeded(client: Client): Promise<boolean> {
  const traces = Object.values(SIZES).map((size) => firstOrganisationId(regionsRandom(size)));
  const { rowCount } = await client.query('select from organisations where id = any ($1::uuid[])', [traces]);
  return Boolean(rowCount);
}

type FillOptions = Omit<SeedOptions, 'ownerUrl'>;

async function fill(client: Client, options: FillOptions): Promise<void> {
  const { size, referenceDay, progress } = options;
  const today = dayNumber(referenceDay);
  const random = randomOf(size);
  const regions = await prepareRegions(client, regionsRandom(size), size.regions);
  const people = await insertPeople(client, random.stream('people'), regions, size.people, today, progress);
  const networks = drawNetworks(random.stream('networks'), regions, size, today);
  const peopleOf = shareMembers(random.stream('members'), networks, people, today);
  const calendar = drawCalendar(random.stream('activities'), networks, size.activities, today);
  const contacts = peopleOf.map(({ contact }) => contact);
  await insertNetworks(client, random.stream('networks'), networks, calendar.last, contacts, progress);
  const roles = [networks, peopleOf, today, progress] as const;
  await insertTrekkerschappen(client, random.stream('trekkerschappen'), ...roles);
  await insertMemberships(client, random.stream('memberships'), ...roles);
  await insertSupport(client, random.stream('support'), networks, today, progress);
  await insertSchoolTies(client, random.stream('school ties'), ...roles);
  await insertActivities(client, random.stream('activities'), networks, calendar, progress);
  await fillSeats(client, options, { regions, people, networkOf: networksOfMembers(networks, peopleOf) });
}

interface Country {
  readonly regions: readonly SeedRegion[];
  readonly people: PeopleByRegion;
  /** a network that a person belongs to, by the id of the person */
  readonly networkOf: ReadonlyMap<string, string>;
}

/** Findable profiles, the bodies with their seats, and their invitations and appointments. */
async function fillSeats(
  client: Client,
  { size, referenceDay, progress }: FillOptions,
  { regions, people, networkOf }: Country,
): Promise<void> {
  const today = dayNumber(referenceDay);
  const random = randomOf(size).stream('advisory');
  const stream = (name: string) => random.stream(name);
  const profiles = drawErvaringsdeskundigen(stream('profiles'), people, size.ervaringsdeskundigen, today);
  await insertErvaringsdeskundigen(client, stream('profiles'), regions, profiles, today, progress);
  await insertConsents(client, stream('consents'), profiles, today, progress);
  await insertTrainings(client, stream('trainings'), profiles, today, progress);
  await insertIncompatibilities(client, stream('incompatibilities'), regions, profiles, today, progress);
  const bodies = drawBodies(stream('bodies'), regions, size.bodies, today);
  await insertBodies(client, stream('bodies'), regions, bodies, today, progress);
  const seats = drawSeats(stream('seats'), bodies, size.seats, today);
  await insertSeats(client, stream('seats'), seats, progress);
  const appointments = drawAppointments(stream('appointments'), seats, profiles, people, today);
  const invitations = drawInvitations(stream('invitations'), seats, appointments, profiles, today);
  const secretaries = await insertSecretaries(client, stream('secretaries'), regions);
  const asking = { regions, networkOf, secretaries };
  await insertInvitations(client, stream('invitations'), invitations, asking, progress);
  await insertAppointments(client, stream('appointments'), appointments, invitations, progress);
}

function networksOfMembers(
  networks: readonly SeedNetwork[],
  peopleOf: readonly NetworkPeople[],
): ReadonlyMap<string, string> {
  return new Map(
    networks.flatMap(({ id, history }, n) =>
      history.status === 'ENDED' ? [] : peopleOf[n]!.members.map((person) => [person, id] as const),
    ),
  );
}
