import type { ClientBase } from 'pg';
import { dayText, type DayNumber } from '../days.js';
import { SeedIds } from '../ids.js';
import { insertRows, table } from '../insert-rows.js';
import type { SeedNetwork } from './networks.js';
import type { Progress } from '../progress.js';
import { Weighted, type Random } from '../random.js';
import { drawTitle, type ActivityKind } from '../wording.js';

/**
 * Which network did something on which day, oldest first: rows lie in the table in the order in which they arrive
 * over the years.
 */
export interface Calendar {
  readonly networks: readonly number[];
  readonly days: readonly DayNumber[];
  /** by position of the network */
  readonly last: readonly (DayNumber | null)[];
}

const ACTIVITIES = table('activities', {
  id: 'uuid',
  oudernetwerk_id: 'uuid',
  region_id: 'uuid',
  kind: 'text',
  held_on: 'date',
  title: 'text',
  attendance: 'integer',
  created_at: 'timestamptz',
});

const KINDS = new Weighted<ActivityKind>([
  ['MEETING', 40],
  ['CAFE', 25],
  ['CONTACT', 20],
  ['TRAINING', 8],
  ['OTHER', 7],
]);

export function drawCalendar(
  random: Random,
  networks: readonly SeedNetwork[],
  count: number,
  today: DayNumber,
): Calendar {
  const draw = random.stream('calendar');
  const lives = networks.map((network) => lifeOf(draw, network, today));
  const busy = new Weighted(
    lives.map(({ from, to }, i) => [i, (to - from) * (0.5 + draw.below(100) / 100)] as const),
  );
  const entries = Array.from({ length: count }, () => {
    const network = busy.draw(draw);
    const { from, to } = lives[network]!;
    return { network, day: from + draw.below(to - from) };
  });
  entries.sort((a, b) => a.day - b.day || a.network - b.network);
  const last: (DayNumber | null)[] = networks.map(() => null);
  for (const { network, day } of entries) last[network] = day;
  return { networks: entries.map(({ network }) => network), days: entries.map(({ day }) => day), last };
}

/** The days of activities: one network in ten has been silent for months, a dormant one for longer. */
function lifeOf(draw: Random, { history, createdOn }: SeedNetwork, today: DayNumber) {
  const silent =
    history.status === 'DORMANT' ? draw.between(150, 700) : draw.chance(0.1) ? draw.between(60, 300) : 0;
  const to = history.endedOn ?? today - silent;
  return { from: createdOn, to: Math.max(createdOn + 1, to) };
}

export async function insertActivities(
  client: ClientBase,
  random: Random,
  networks: readonly SeedNetwork[],
  calendar: Calendar,
  progress: Progress,
): Promise<void> {
  const ids = new SeedIds(random.stream('ids'));
  const rows = function* (draw: Random) {
    for (const [i, position] of calendar.networks.entries()) {
      const network = networks[position]!;
      const kind = KINDS.draw(draw);
      const heldOn = dayText(calendar.days[i]!);
      yield {
        id: ids.next(),
        oudernetwerk_id: network.id,
        region_id: network.region.id,
        kind,
        held_on: heldOn,
        title: drawTitle(draw, kind),
        attendance: kind === 'CONTACT' || draw.chance(0.1) ? null : draw.between(2, 40),
        created_at: `${heldOn} 20:00:00Z`,
      };
    }
  };
  const total = calendar.days.length;
  await insertRows(client, ACTIVITIES, rows(random.stream('rows')), progress.part('activities', total));
}
