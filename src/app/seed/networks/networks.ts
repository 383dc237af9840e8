import type { ClientBase } from 'pg';
import { dayText, type DayNumber } from '../days.js';
import { SeedIds } from '../ids.js';
import { arrayText, insertRows, table, type Value } from '../insert-rows.js';
import { drawHistory, type LeadershipHistory, MOST_TENURES, STATUSES } from './leadership.js';
import type { SeedPlace, SeedRegion } from '../places.js';
import type { Progress } from '../progress.js';
import { Weighted, type Random } from '../random.js';
import type { SeedSize } from '../sizes.js';
import { themeIds } from '../themes.js';
import { drawNetworkName, drawPurpose } from '../wording.js';

export interface SeedNetwork {
  readonly id: string;
  readonly name: string;
  /** position of its region */
  readonly home: number;
  readonly region: SeedRegion;
  readonly municipality: SeedPlace;
  readonly history: LeadershipHistory;
  readonly createdOn: DayNumber;
}

const NETWORKS = table('oudernetwerken', {
  id: 'uuid',
  name: 'text',
  purpose: 'text',
  phase: 'text',
  region_id: 'uuid',
  sectors: 'text[]',
  meeting_rhythm: 'text',
  active_from: 'date',
  ended_on: 'date',
  end_reason: 'text',
  contact_person_id: 'uuid',
  last_activity_on: 'date',
  created_at: 'timestamptz',
});
const AREAS = table('oudernetwerk_municipalities', { oudernetwerk_id: 'uuid', municipality_id: 'uuid' });

const SECTORS = new Weighted([
  ['{PO}', 35],
  ['{PO,VO}', 25],
  ['{VO}', 20],
  ['{JEUGD}', 8],
  ['{PO,VO,MBO}', 5],
  ['{MBO}', 3],
  ['{JEUGD,ZORG}', 4],
]);
const RHYTHMS = new Weighted([
  ['MONTHLY', 45],
  ['QUARTERLY', 30],
  ['AS_NEEDED', 15],
  ['WEEKLY', 5],
  ['YEARLY', 5],
]);
const END_REASONS = [
  'Geen opvolger gevonden',
  'Opgegaan in een ander netwerk',
  'Doel bereikt',
  'Te weinig deelnemers',
];

export function drawNetworks(
  random: Random,
  regions: readonly SeedRegion[],
  size: SeedSize,
  today: DayNumber,
): SeedNetwork[] {
  const ids = new SeedIds(random.stream('ids'));
  const draw = random.stream('networks');
  const homes = new Weighted(regions.map((region, i) => [i, region.municipalities.length] as const));
  const statuses = Array.from({ length: size.networks }, () => STATUSES.draw(draw));
  const tenures = shareTenures(random.stream('tenures'), statuses, size.trekkerschappen);
  return statuses.map((status, i) => {
    // every region has a network
    const home = i < regions.length ? i : homes.draw(draw);
    const region = regions[home]!;
    const municipality = draw.pick(region.municipalities);
    const history = drawHistory(draw, status, tenures[i]!, today);
    const started = history.activeFrom ?? history.tenures[0]?.from ?? today;
    return {
      id: ids.next(),
      name: drawNetworkName(draw, municipality.name),
      home,
      region,
      municipality,
      history,
      createdOn: Math.min(started, today) - draw.between(0, 90),
    };
  });
}

/** The number of tenures of each network: at least one unless it is still forming, `total` in all. */
function shareTenures(
  draw: Random,
  statuses: readonly (keyof typeof MOST_TENURES)[],
  total: number,
): number[] {
  const shares = statuses.map((status): number => (status === 'FORMING' ? 0 : 1));
  const most = statuses.reduce((sum, status) => sum + MOST_TENURES[status], 0);
  let left = total - shares.reduce((sum, share) => sum + share, 0);
  if (left < 0 || total > most)
    throw new RangeError(`${total} trekkerschappen do not fit ${statuses.length} networks`);
  while (left > 0) {
    const i = draw.below(statuses.length);
    if (shares[i]! === MOST_TENURES[statuses[i]!]) continue;
    shares[i]!++;
    left--;
  }
  return shares;
}

export async function insertNetworks(
  client: ClientBase,
  random: Random,
  networks: readonly SeedNetwork[],
  lastActivity: readonly (DayNumber | null)[],
  contacts: readonly (string | null)[],
  progress: Progress,
): Promise<void> {
  const rows = function* (draw: Random) {
    for (const [i, network] of networks.entries()) {
      const { status, activeFrom, endedOn } = network.history;
      yield {
        id: network.id,
        name: network.name,
        purpose: drawPurpose(draw),
        phase: status === 'ENDED' ? 'ACTIVE' : status,
        region_id: network.region.id,
        sectors: SECTORS.draw(draw),
        meeting_rhythm: draw.chance(0.9) ? RHYTHMS.draw(draw) : null,
        active_from: optionalDay(activeFrom),
        ended_on: optionalDay(endedOn),
        end_reason: endedOn === null ? null : draw.pick(END_REASONS),
        contact_person_id: contacts[i] ?? null,
        last_activity_on: optionalDay(lastActivity[i] ?? null),
        created_at: `${dayText(network.createdOn)} 12:00:00Z`,
      } satisfies Record<keyof (typeof NETWORKS)['columns'], Value>;
    }
  };
  await insertRows(client, NETWORKS, rows(random.stream('rows')), progress.part('networks', networks.length));
  await insertRows(client, AREAS, areas(random.stream('areas'), networks));
  await insertThemes(client, random.stream('themes'), networks);
}

function* areas(draw: Random, networks: readonly SeedNetwork[]) {
  for (const { id, region, municipality } of networks) {
    const chosen = new Set([municipality.id]);
    if (draw.chance(0.3)) chosen.add(draw.pick(region.municipalities).id);
    for (const municipality_id of chosen) yield { oudernetwerk_id: id, municipality_id };
  }
}

async function insertThemes(client: ClientBase, draw: Random, networks: readonly SeedNetwork[]) {
  const themes = await themeIds(client);
  if (themes.length === 0) return;
  await client.query(
    `insert into oudernetwerk_themes (oudernetwerk_id, theme_id)
     select n.id, t.id::uuid from unnest($1::uuid[], $2::text[]) as n (id, themes), unnest(n.themes::text[]) as t (id)`,
    [
      networks.map((network) => network.id),
      networks.map(() => arrayText(draw.some(themes, 2 / themes.length))),
    ],
  );
}

function optionalDay(day: DayNumber | null): string | null {
  return day === null ? null : dayText(day);
}
