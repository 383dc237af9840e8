import type { ClientBase } from 'pg';
import { dayText, rangeText, type DayNumber, type Stretch } from '../days.js';
import { SeedIds } from '../ids.js';
import { insertRows, table } from '../insert-rows.js';
import type { NetworkPeople } from './members.js';
import type { SeedNetwork } from './networks.js';
import type { Progress } from '../progress.js';
import { Weighted, type Random } from '../random.js';

const TREKKERSCHAPPEN = table('trekkerschappen', {
  id: 'uuid',
  person_id: 'uuid',
  oudernetwerk_id: 'uuid',
  region_id: 'uuid',
  role: 'text',
  period: 'daterange',
  planned_end_on: 'date',
  planned_end_reason: 'text',
  end_reason: 'text',
  predecessor_id: 'uuid',
});
const MEMBERSHIPS = table('memberships', {
  id: 'uuid',
  person_id: 'uuid',
  oudernetwerk_id: 'uuid',
  region_id: 'uuid',
  period: 'daterange',
});

const END_REASONS = new Weighted([
  ['CHILD_LEFT_SCHOOL', 40],
  ['TERM_COMPLETED', 25],
  ['PERSONAL', 22],
  ['MOVED', 8],
  ['OTHER', 5],
]);

export async function insertTrekkerschappen(
  client: ClientBase,
  random: Random,
  networks: readonly SeedNetwork[],
  people: readonly NetworkPeople[],
  today: DayNumber,
  progress: Progress,
): Promise<void> {
  const ids = new SeedIds(random.stream('ids'));
  const total = networks.reduce((sum, network) => sum + network.history.tenures.length, 0);
  await letParentsLead(
    client,
    people.flatMap(({ leaders }) => leaders),
  );
  const rows = function* (draw: Random) {
    for (const [n, network] of networks.entries()) {
      const { tenures } = network.history;
      let previous: { id: string; to: DayNumber | null } | null = null;
      for (const [i, tenure] of tenures.entries()) {
        const id = ids.next();
        const follows: boolean =
          previous !== null &&
          previous.to !== null &&
          Math.abs(tenure.from - previous.to) < 90 &&
          draw.chance(0.7);
        const plansToStop = tenure.to === null && draw.chance(0.25);
        yield {
          id,
          person_id: people[n]!.leaders[i]!,
          oudernetwerk_id: network.id,
          region_id: network.region.id,
          role: tenure.role,
          period: rangeText(tenure),
          planned_end_on: plansToStop ? dayText(today + draw.between(30, 700)) : null,
          planned_end_reason: plansToStop ? END_REASONS.draw(draw) : null,
          end_reason: tenure.to === null ? null : END_REASONS.draw(draw),
          predecessor_id: follows ? previous!.id : null,
        };
        previous = { id, to: tenure.to };
      }
    }
  };
  await insertRows(
    client,
    TREKKERSCHAPPEN,
    rows(random.stream('rows')),
    progress.part('trekkerschappen', total),
  );
}

/** Whatever they were drawn as: nobody else may lead. */
async function letParentsLead(client: ClientBase, leaders: readonly string[]): Promise<void> {
  await client.query(
    `update people set perspectives = '{OUDER}' where id = any ($1) and 'OUDER' <> all (perspectives)`,
    [leaders],
  );
}

export async function insertMemberships(
  client: ClientBase,
  random: Random,
  networks: readonly SeedNetwork[],
  people: readonly NetworkPeople[],
  today: DayNumber,
  progress: Progress,
): Promise<void> {
  const ids = new SeedIds(random.stream('ids'));
  const total = people.reduce((sum, { members }) => sum + members.length, 0);
  const rows = function* (draw: Random) {
    for (const [n, network] of networks.entries()) {
      for (const [i, person_id] of people[n]!.members.entries()) {
        const leads = network.history.tenures[i];
        yield {
          id: ids.next(),
          person_id,
          oudernetwerk_id: network.id,
          region_id: network.region.id,
          period: rangeText(membership(draw, network, leads, today)),
        };
      }
    }
  };
  await insertRows(client, MEMBERSHIPS, rows(random.stream('rows')), progress.part('memberships', total));
}

/** A period in the network's life; a leader is a member throughout. */
function membership(
  draw: Random,
  network: SeedNetwork,
  leads: Stretch | undefined,
  today: DayNumber,
): Stretch {
  const { endedOn } = network.history;
  const end = endedOn === null ? null : endedOn + 1;
  const last = (end ?? today) - 1;
  const joined = draw.between(Math.min(network.createdOn, last), last);
  if (leads) return { from: Math.min(joined, leads.from), to: end };
  const leaves = draw.chance(0.15) ? joined + draw.between(1, Math.max(1, last - joined)) : end;
  return { from: joined, to: leaves };
}
