import type { ClientBase } from 'pg';
import { rangeText, type DayNumber, type Stretch } from '../days.js';
import { SeedIds } from '../ids.js';
import { insertRows, table } from '../insert-rows.js';
import type { SeedNetwork } from './networks.js';
import type { Progress } from '../progress.js';
import type { Random } from '../random.js';

const ARRANGEMENTS = table('support_arrangements', {
  id: 'uuid',
  oudernetwerk_id: 'uuid',
  region_id: 'uuid',
  organisation_id: 'uuid',
  hours_per_month: 'numeric',
  period: 'daterange',
});
const CARETAKERSHIPS = table('caretakerships', {
  id: 'uuid',
  oudernetwerk_id: 'uuid',
  region_id: 'uuid',
  organisation_id: 'uuid',
  period: 'daterange',
  standby: 'boolean',
});

interface Arrangement extends Stretch {
  readonly network: SeedNetwork;
  readonly organisationId: string;
  readonly hours: number | null;
}

const SUPPORTED = 0.7;

/**
 * Professional support for seven networks in ten, and the caretakers of networks on days on which nobody leads them.
 */
export async function insertSupport(
  client: ClientBase,
  random: Random,
  networks: readonly SeedNetwork[],
  today: DayNumber,
  progress: Progress,
): Promise<void> {
  const arrangements = drawArrangements(random.stream('support'), networks, today);
  const supporterOf = new Map(
    arrangements.map(({ network, organisationId }) => [network.id, organisationId]),
  );
  await insertRows(
    client,
    ARRANGEMENTS,
    arrangementRows(new SeedIds(random.stream('support ids')), arrangements),
    progress.part('support arrangements', arrangements.length),
  );
  const uncovered = networks.reduce((sum, network) => sum + network.history.uncovered.length, 0);
  await insertRows(
    client,
    CARETAKERSHIPS,
    caretakershipRows(random.stream('care'), networks, supporterOf),
    progress.part('caretakerships', uncovered),
  );
}

function drawArrangements(draw: Random, networks: readonly SeedNetwork[], today: DayNumber): Arrangement[] {
  const wanted = Math.round(networks.length * SUPPORTED);
  let left = wanted;
  return networks.flatMap((network, i) => {
    // exactly the wanted number, evenly across all networks
    if (!draw.chance(left / (networks.length - i))) return [];
    left--;
    const { endedOn } = network.history;
    const from = Math.max(network.createdOn, (endedOn ?? today) - draw.between(60, 1_200));
    const stops = draw.chance(0.3) ? today + draw.between(30, 500) : null;
    return {
      network,
      organisationId: draw.pick(network.region.supporterIds),
      hours: draw.chance(0.85) ? draw.between(2, 48) / 2 : null,
      from,
      to: endedOn === null ? stops : endedOn + 1,
    };
  });
}

function* arrangementRows(ids: SeedIds, arrangements: readonly Arrangement[]) {
  for (const arrangement of arrangements) {
    yield {
      id: ids.next(),
      oudernetwerk_id: arrangement.network.id,
      region_id: arrangement.network.region.id,
      organisation_id: arrangement.organisationId,
      hours_per_month: arrangement.hours,
      period: rangeText(arrangement),
    };
  }
}

function* caretakershipRows(
  random: Random,
  networks: readonly SeedNetwork[],
  supporterOf: ReadonlyMap<string, string>,
) {
  const ids = new SeedIds(random.stream('ids'));
  for (const network of networks) {
    for (const stretch of network.history.uncovered) {
      yield {
        id: ids.next(),
        oudernetwerk_id: network.id,
        region_id: network.region.id,
        organisation_id: supporterOf.get(network.id) ?? network.region.coordinatorId,
        period: rangeText(stretch),
        standby: true,
      };
    }
  }
}
