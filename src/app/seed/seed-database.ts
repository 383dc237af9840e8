import { Client } from 'pg';
import type { PlainDate } from '../../kernel/clock.js';
import { drawCalendar, insertActivities } from './activities.js';
import { dayNumber } from './days.js';
import { shareMembers } from './members.js';
import { drawNetworks, insertNetworks } from './networks.js';
import { derivingAtOnce } from './derived.js';
import { insertPeople } from './people.js';
import { firstOrganisationId, prepareRegions } from './places.js';
import type { Progress } from './progress.js';
import { Random } from './random.js';
import { insertMemberships, insertTrekkerschappen } from './roles.js';
import { insertSchoolTies } from './school-ties.js';
import { SIZES, type SeedSize } from './sizes.js';
import { insertSupport } from './support.js';

export interface SeedOptions {
  readonly ownerUrl: string;
  readonly size: SeedSize;
  /** the day on which the seeded world is "now": same day, same rows */
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
    // two at once: the second waits, and finds it done
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

/** Known by an organisation that only a seed makes. */
async function isSeeded(client: Client): Promise<boolean> {
  const traces = Object.values(SIZES).map((size) => firstOrganisationId(regionsRandom(size)));
  const { rowCount } = await client.query('select from organisations where id = any ($1::uuid[])', [traces]);
  return Boolean(rowCount);
}

async function fill(
  client: Client,
  { size, referenceDay, progress }: Omit<SeedOptions, 'ownerUrl'>,
): Promise<void> {
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
}
