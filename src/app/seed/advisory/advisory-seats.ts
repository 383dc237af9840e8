import type { ClientBase } from 'pg';
import type { SeedBody } from './advisory-bodies.js';
import { dayText, type DayNumber } from '../days.js';
import { SeedIds } from '../ids.js';
import { insertRows, table } from '../insert-rows.js';
import type { Progress } from '../progress.js';
import { Weighted, type Random } from '../random.js';
import { themeIds } from '../themes.js';
import { TRAININGS } from './trainings.js';

export interface SeedSeat {
  readonly id: string;
  readonly body: SeedBody;
  readonly title: string;
  readonly openedOn: DayNumber;
  readonly abolishedOn: DayNumber | null;
}

const SEATS = table('advisory_seats', {
  id: 'uuid',
  body_id: 'uuid',
  region_id: 'uuid',
  title: 'text',
  constituency: 'text',
  opened_on: 'date',
  abolished_on: 'date',
});
const REQUIREMENTS = table('seat_requirements', {
  id: 'uuid',
  seat_id: 'uuid',
  body_id: 'uuid',
  region_id: 'uuid',
  kind: 'text',
  strength: 'text',
  value: 'text',
  label: 'text',
  theme_id: 'uuid',
  place_id: 'uuid',
});

type Kind = 'THEME' | 'DOMAIN' | 'LEVEL' | 'REGION' | 'LANGUAGE' | 'DAY_PART' | 'TRAINING';

const FEWEST_SEATS = 3;
const MOST_SEATS = 14;
const ABOLISHED = 0.03;
const TO_COME = 0.01;
const CONSTITUENCIES = ['Oudernetwerken', 'Ouders in de regio', 'Het ouder- en jeugdsteunpunt'];
const KINDS = new Weighted<Kind>([
  ['THEME', 34],
  ['DAY_PART', 16],
  ['LEVEL', 14],
  ['DOMAIN', 12],
  ['LANGUAGE', 10],
  ['TRAINING', 8],
  ['REGION', 6],
]);
const DAY_PARTS = ['MORNING', 'AFTERNOON', 'EVENING', 'WEEKEND'];
const LANGUAGES = new Weighted([
  ['nl', 80],
  ['en', 8],
  ['tr', 4],
  ['ar', 4],
  ['pl', 4],
]);

/** Exactly `count` seats: a few in every body, the rest wherever there is room. */
export function drawSeats(
  random: Random,
  bodies: readonly SeedBody[],
  count: number,
  today: DayNumber,
): SeedSeat[] {
  const ids = new SeedIds(random.stream('ids'));
  const draw = random.stream('seats');
  const sizes = shareSeats(draw, bodies.length, count);
  return bodies.flatMap((body, b) =>
    Array.from({ length: sizes[b]! }, (_, i) => {
      const title = body.form.seats[i % body.form.seats.length]!;
      const number = Math.floor(i / body.form.seats.length) + 1;
      const openedOn = draw.chance(TO_COME) ? today + draw.between(10, 90) : openedWith(draw, body, today);
      return {
        id: ids.next(),
        body,
        title: number === 1 ? title : `${title} (${number})`,
        openedOn,
        abolishedOn: openedOn < today - 200 && draw.chance(ABOLISHED) ? today - draw.between(1, 180) : null,
      };
    }),
  );
}

function shareSeats(draw: Random, bodies: number, count: number): number[] {
  if (count < bodies * FEWEST_SEATS || count > bodies * MOST_SEATS)
    throw new RangeError(`${count} seats do not fit ${bodies} bodies`);
  const sizes = Array.from({ length: bodies }, () => FEWEST_SEATS);
  for (let left = count - bodies * FEWEST_SEATS; left > 0;) {
    const i = draw.below(bodies);
    if (sizes[i] === MOST_SEATS) continue;
    sizes[i]!++;
    left--;
  }
  return sizes;
}

/** Most seats are as old as their body. */
function openedWith(draw: Random, { createdOn }: SeedBody, today: DayNumber): DayNumber {
  return draw.chance(0.85) ? createdOn : draw.between(createdOn, today);
}

export async function insertSeats(
  client: ClientBase,
  random: Random,
  seats: readonly SeedSeat[],
  progress: Progress,
): Promise<void> {
  const rows = function* (draw: Random) {
    for (const { id, body, title, openedOn, abolishedOn } of seats) {
      yield {
        id,
        body_id: body.id,
        region_id: body.region.id,
        title,
        constituency: draw.chance(0.4) ? draw.pick(CONSTITUENCIES) : null,
        opened_on: dayText(openedOn),
        abolished_on: abolishedOn === null ? null : dayText(abolishedOn),
      };
    }
  };
  await insertRows(client, SEATS, rows(random.stream('rows')), progress.part('seats', seats.length));
  const themes = await themeIds(client);
  const asked = [...requirements(random.stream('requirements'), seats, themes)];
  await insertRows(client, REQUIREMENTS, asked, progress.part('requirements', asked.length));
}

/** Three to seven for each seat, of which one to three are hard. */
function* requirements(random: Random, seats: readonly SeedSeat[], themes: readonly string[]) {
  const ids = new SeedIds(random.stream('ids'));
  for (const { id, body } of seats) {
    const asked = new Map<string, { kind: Kind; value: string; label: string | null }>();
    const wanted = random.between(3, 7);
    while (asked.size < wanted) {
      const kind = KINDS.draw(random);
      const label = kind === 'TRAINING' ? random.pick(TRAININGS) : null;
      const value = label?.toLowerCase() ?? valueFor(kind, random, body, themes);
      asked.set(`${kind} ${value}`, { kind, value, label });
    }
    const hard = random.between(1, 3);
    for (const [i, { kind, value, label }] of [...asked.values()].entries()) {
      yield {
        id: ids.next(),
        seat_id: id,
        body_id: body.id,
        region_id: body.region.id,
        kind,
        strength: i < hard ? 'HARD' : 'PREFERRED',
        value,
        label,
        theme_id: kind === 'THEME' ? value : null,
        place_id: kind === 'REGION' ? value : null,
      };
    }
  }
}

function valueFor(kind: Kind, random: Random, { form, region }: SeedBody, themes: readonly string[]): string {
  switch (kind) {
    case 'THEME':
      return random.pick(themes);
    case 'DOMAIN':
      return random.pick(form.domains);
    case 'LEVEL':
      return form.level;
    case 'REGION':
      return region.id;
    case 'LANGUAGE':
      return LANGUAGES.draw(random);
    default:
      return random.pick(DAY_PARTS);
  }
}
