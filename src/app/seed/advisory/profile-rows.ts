import type { ClientBase } from 'pg';
import { dayText, rangeText, type DayNumber } from '../days.js';
import { arrayText, insertRows, table, type Value } from '../insert-rows.js';
import type { SeedErvaringsdeskundige } from './ervaringsdeskundigen.js';
import type { SeedRegion } from '../places.js';
import type { Progress } from '../progress.js';
import { Weighted, type Random } from '../random.js';
import { themeIds } from '../themes.js';

const PROFILES = table('ervaringsdeskundigen', {
  id: 'uuid',
  person_id: 'uuid',
  region_id: 'uuid',
  pseudonym: 'text',
  registered_on: 'date',
  domains: 'text[]',
  levels: 'text[]',
  brings_others_experience: 'boolean',
  brings_others_basis: 'text',
  brings_others_on: 'date',
  connects_with_professionals: 'boolean',
  connects_basis: 'text',
  connects_on: 'date',
  hours_per_month: 'integer',
  day_parts: 'text[]',
  meeting_forms: 'text[]',
  languages: 'text[]',
  participation_forms: 'text[]',
  max_seats: 'integer',
  compensation: 'text',
  paused: 'daterange',
  traits: 'bit(512)',
  engaged_bodies: 'uuid[]',
});
const THEMES = table('ervaringsdeskundige_themes', { ervaringsdeskundige_id: 'uuid', theme_id: 'uuid' });

/** Empty until all rows are there: see `derivingAtOnce`. */
const DERIVED_LATER = {
  traits: '0',
  engaged_bodies: '{}',
};

const DOMAINS = new Weighted([
  ['{ONDERWIJS}', 40],
  ['{ONDERWIJS,JEUGD}', 28],
  ['{JEUGD}', 12],
  ['{ONDERWIJS,ZORG,JEUGD}', 10],
  ['{ZORG}', 5],
  ['{ONDERWIJS,ZORG}', 5],
]);
const LEVELS = ['KIND', 'UITVOERING', 'BELEID'];
const DAY_PARTS = ['MORNING', 'AFTERNOON', 'EVENING', 'WEEKEND'];
const LANGUAGES = new Weighted([
  ['{nl}', 70],
  ['{nl,en}', 12],
  ['{nl,tr}', 4],
  ['{nl,ar}', 4],
  ['{nl,pl}', 3],
  ['{nl,de}', 2],
  ['{nl,uk}', 2],
  ['{en}', 2],
  ['{nl,fy}', 1],
]);
const MEETING_FORMS = new Weighted([
  ['{ONLINE,ON_SITE}', 60],
  ['{ON_SITE}', 25],
  ['{ONLINE}', 15],
]);
const OTHER_FORMS = ['TREKKER', 'LID', 'BUDDY', 'SURVEY', 'SOUNDING_BOARD'];
const MOST_SEATS = new Weighted<number | null>([
  [null, 25],
  [1, 35],
  [2, 28],
  [3, 10],
  [4, 2],
]);
const COMPENSATIONS = new Weighted<string | null>([
  [null, 30],
  ['NONE', 15],
  ['EXPENSES', 25],
  ['VOLUNTEER_ALLOWANCE', 20],
  ['ATTENDANCE_FEE', 10],
]);
const STATEMENTS = new Weighted<boolean | null>([
  [true, 45],
  [null, 40],
  [false, 15],
]);
const BASES = ['SELF_DECLARED', 'INTERVIEW', 'REFERENCE', 'TRAINING', 'OBSERVED'];

const PAUSED = 0.1;

export async function insertErvaringsdeskundigen(
  client: ClientBase,
  random: Random,
  regions: readonly SeedRegion[],
  profiles: readonly SeedErvaringsdeskundige[],
  today: DayNumber,
  progress: Progress,
): Promise<void> {
  const rows = function* (draw: Random) {
    const pseudonyms = new Set<string>();
    for (const profile of profiles) yield profileRow(draw, profile, regions, pseudonyms, today);
  };
  await insertRows(
    client,
    PROFILES,
    rows(random.stream('rows')),
    progress.part('ervaringsdeskundigen', profiles.length),
  );
  await insertRows(client, THEMES, themesOf(random.stream('themes'), profiles, await themeIds(client)));
}

function profileRow(
  draw: Random,
  { id, personId, home, registeredOn }: SeedErvaringsdeskundige,
  regions: readonly SeedRegion[],
  pseudonyms: Set<string>,
  today: DayNumber,
) {
  const [brings, bringsBasis, bringsOn] = statement(draw, registeredOn, today);
  const [connects, connectsBasis, connectsOn] = statement(draw, registeredOn, today);
  return {
    id,
    person_id: personId,
    region_id: regions[home]!.id,
    pseudonym: unusedPseudonym(draw, pseudonyms),
    registered_on: dayText(registeredOn),
    domains: DOMAINS.draw(draw),
    levels: arrayText(draw.some(LEVELS, 0.55)),
    brings_others_experience: brings,
    brings_others_basis: bringsBasis,
    brings_others_on: bringsOn,
    connects_with_professionals: connects,
    connects_basis: connectsBasis,
    connects_on: connectsOn,
    hours_per_month: draw.chance(0.7) ? draw.between(1, 24) : null,
    day_parts: draw.chance(0.2) ? '{}' : arrayText(draw.some(DAY_PARTS, 0.4)),
    meeting_forms: MEETING_FORMS.draw(draw),
    languages: LANGUAGES.draw(draw),
    participation_forms: arrayText([...(draw.chance(0.9) ? ['SEAT'] : []), ...draw.some(OTHER_FORMS, 0.3)]),
    max_seats: MOST_SEATS.draw(draw),
    compensation: COMPENSATIONS.draw(draw),
    paused: draw.chance(PAUSED) ? pause(draw, today) : null,
    ...DERIVED_LATER,
  } satisfies Record<keyof (typeof PROFILES)['columns'], Value>;
}

function unusedPseudonym(draw: Random, used: Set<string>): string {
  for (;;) {
    const pseudonym = `Ervaringsdeskundige ${draw.below(0x1000000).toString(16).padStart(6, '0')}`;
    if (used.has(pseudonym)) continue;
    used.add(pseudonym);
    return pseudonym;
  }
}

function statement(draw: Random, registeredOn: DayNumber, today: DayNumber) {
  const holds = STATEMENTS.draw(draw);
  if (holds === null) return [null, null, null] as const;
  return [holds, draw.pick(BASES), dayText(draw.between(registeredOn, today))] as const;
}

/** Most pauses have an end. */
function pause(draw: Random, today: DayNumber): string {
  const from = today - draw.between(1, 120);
  return rangeText({ from, to: draw.chance(0.8) ? today + draw.between(30, 300) : null });
}

function* themesOf(draw: Random, profiles: readonly SeedErvaringsdeskundige[], themes: readonly string[]) {
  for (const { id } of profiles) {
    const chosen = new Set(Array.from({ length: draw.between(1, 4) }, () => draw.pick(themes)));
    for (const theme_id of chosen) yield { ervaringsdeskundige_id: id, theme_id };
  }
}
