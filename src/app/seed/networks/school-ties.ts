import type { ClientBase } from 'pg';
import { dayText, type DayNumber } from '../days.js';
import { SeedIds } from '../ids.js';
import { insertRows, table } from '../insert-rows.js';
import type { NetworkPeople } from './members.js';
import type { SeedNetwork } from './networks.js';
import type { Progress } from '../progress.js';
import type { Random } from '../random.js';

interface Stage {
  code: string;
  sector: string;
  first_year: number;
  last_year: number | null;
  years_min: number | null;
  years_max: number | null;
  exit_derivable: string;
}

const TIES = table('school_ties', {
  id: 'uuid',
  person_id: 'uuid',
  stage: 'text',
  year_level: 'integer',
  school_year_start: 'integer',
  school_id: 'uuid',
  confirmed_on: 'date',
  exit_earliest: 'date',
  exit_latest: 'date',
});

/** School ties of all current and former leaders: one, sometimes two. */
export async function insertSchoolTies(
  client: ClientBase,
  random: Random,
  networks: readonly SeedNetwork[],
  people: readonly NetworkPeople[],
  today: DayNumber,
  progress: Progress,
): Promise<void> {
  const { rows: stages } = await client.query<Stage>(
    `select code, sector, first_year, last_year, years_min, years_max, exit_derivable from school_stages order by code`,
  );
  if (stages.length === 0) throw new Error('no school stages found: import the reference data first');
  const rows = [...ties(random, networks, people, stages, today)];
  await insertRows(client, TIES, rows, progress.part('school ties', rows.length));
}

function* ties(
  random: Random,
  networks: readonly SeedNetwork[],
  people: readonly NetworkPeople[],
  stages: readonly Stage[],
  today: DayNumber,
) {
  const draw = random.stream('ties');
  const ids = new SeedIds(random.stream('ids'));
  const known = new Set<string>();
  for (const [n, network] of networks.entries()) {
    for (const person_id of people[n]!.leaders) {
      if (known.has(person_id)) continue;
      known.add(person_id);
      for (let i = draw.chance(0.3) ? 2 : 1; i > 0; i--) {
        yield { id: ids.next(), person_id, ...drawTie(draw, stages, network.region.schoolIds, today) };
      }
    }
  }
}

function drawTie(draw: Random, stages: readonly Stage[], schoolIds: readonly string[], today: DayNumber) {
  // half of the parents have a child in primary school, whose schools are known
  const primary = stages.filter((stage) => stage.code === 'BO');
  const stage = draw.pick(primary.length > 0 && draw.chance(0.5) ? primary : stages);
  const confirmed = today - draw.below(540);
  const year_level = draw.between(stage.first_year, stage.last_year ?? stage.first_year + 3);
  const school_year_start = schoolYearOf(confirmed);
  const leaves = (years: number | null) =>
    years === null || stage.exit_derivable === 'NO'
      ? null
      : `${school_year_start + 1 + Math.max(0, years - year_level)}-07-31`;
  return {
    stage: stage.code,
    year_level,
    school_year_start,
    school_id: stage.code === 'BO' && schoolIds.length > 0 && draw.chance(0.8) ? draw.pick(schoolIds) : null,
    confirmed_on: dayText(confirmed),
    exit_earliest: leaves(stage.years_min ?? stage.years_max),
    exit_latest: leaves(stage.years_max ?? stage.years_min),
  };
}

/** The calendar year in which the school year of that day started: it runs from 1 August. */
function schoolYearOf(day: DayNumber): number {
  const [year, month] = dayText(day).split('-').map(Number) as [number, number];
  return month >= 8 ? year : year - 1;
}
