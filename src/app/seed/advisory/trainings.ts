import type { ClientBase } from 'pg';
import { dayText, monthsLater, rangeText, type DayNumber } from '../days.js';
import type { SeedErvaringsdeskundige } from './ervaringsdeskundigen.js';
import { SeedIds } from '../ids.js';
import { insertRows, table } from '../insert-rows.js';
import type { SeedRegion } from '../places.js';
import type { Progress } from '../progress.js';
import { Weighted, type Random } from '../random.js';

/** Without accents: a seat asks for a title in lower case, as the database compares it. */
export const TRAININGS = [
  'Van verhaal naar advies',
  'Ervaringsdeskundige ouder, basis',
  'Meepraten over beleid',
  'Gesprekken voeren aan tafel',
  'Leergang medezeggenschap',
];

const ROWS = table('trainings', {
  id: 'uuid',
  ervaringsdeskundige_id: 'uuid',
  title: 'text',
  issuer: 'text',
  completed_on: 'date',
  valid_until: 'date',
});
const INCOMPATIBILITIES = table('incompatibilities', {
  id: 'uuid',
  ervaringsdeskundige_id: 'uuid',
  kind: 'text',
  organisation_id: 'uuid',
  municipality_id: 'uuid',
  period: 'daterange',
});

const ISSUERS = ['Ouderacademie (fictief)', 'Stichting Samen Leren (fictief)', 'Leerhuis Ervaring (fictief)'];
const VALID_FOR = new Weighted<number | null>([
  [null, 30],
  [36, 40],
  [24, 30],
]);
const OF_ORGANISATION = ['EMPLOYEE', 'BOARD_MEMBER', 'CONTRACTOR'];
const TRAINED = 0.6;
const INCOMPATIBLE = 0.06;

/** Trainings, some of which are no longer valid. */
export async function insertTrainings(
  client: ClientBase,
  random: Random,
  profiles: readonly SeedErvaringsdeskundige[],
  today: DayNumber,
  progress: Progress,
): Promise<void> {
  const ids = new SeedIds(random.stream('ids'));
  const draw = random.stream('rows');
  const rows = profiles.flatMap(({ id }) => {
    if (!draw.chance(TRAINED)) return [];
    return draw.some(TRAININGS, 0.25).map((title) => {
      const completed = today - draw.between(10, 1_500);
      const months = VALID_FOR.draw(draw);
      return {
        id: ids.next(),
        ervaringsdeskundige_id: id,
        title,
        issuer: draw.pick(ISSUERS),
        completed_on: dayText(completed),
        valid_until: months === null ? null : dayText(monthsLater(completed, months)),
      };
    });
  });
  await insertRows(client, ROWS, rows, progress.part('trainings', rows.length));
}

/** Ties of a few of them that are incompatible with some bodies: they work or govern there, or in a municipality. */
export async function insertIncompatibilities(
  client: ClientBase,
  random: Random,
  regions: readonly SeedRegion[],
  profiles: readonly SeedErvaringsdeskundige[],
  today: DayNumber,
  progress: Progress,
): Promise<void> {
  const ids = new SeedIds(random.stream('ids'));
  const draw = random.stream('rows');
  const rows = profiles.flatMap(({ id, home }) => {
    if (!draw.chance(INCOMPATIBLE)) return [];
    const { municipalities, supporterIds } = regions[home]!;
    const inCouncil = draw.chance(0.3);
    const from = today - draw.between(30, 2_000);
    return {
      id: ids.next(),
      ervaringsdeskundige_id: id,
      kind: inCouncil ? 'COUNCIL_MEMBER' : draw.pick(OF_ORGANISATION),
      organisation_id: inCouncil ? null : draw.pick(supporterIds),
      municipality_id: inCouncil ? draw.pick(municipalities).id : null,
      period: rangeText({ from, to: draw.chance(0.3) ? from + draw.between(100, 2_500) : null }),
    };
  });
  await insertRows(client, INCOMPATIBILITIES, rows, progress.part('incompatibilities', rows.length));
}
