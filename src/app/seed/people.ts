import type { ClientBase } from 'pg';
import { dayText, type DayNumber } from './days.js';
import { SeedIds } from './ids.js';
import { arrayText, insertRows, table, type Value } from './insert-rows.js';
import { drawName, type FullName } from './names.js';
import type { SeedRegion } from './places.js';
import type { Progress } from './progress.js';
import { Weighted, type Random } from './random.js';

/** Ids of people by the position of their home region. */
export type PeopleByRegion = readonly (readonly string[])[];

const PEOPLE = table('people', {
  id: 'uuid',
  pseudonym: 'text',
  region_id: 'uuid',
  region_ids: 'uuid[]',
  municipality_id: 'uuid',
  perspectives: 'text[]',
  language: 'text',
  participation_forms: 'text[]',
  hours_per_month: 'integer',
  day_parts: 'text[]',
  created_at: 'timestamptz',
});
const DETAILS = table('person_details', {
  person_id: 'uuid',
  given_name: 'text',
  infix: 'text',
  family_name: 'text',
});
const CONTACTS = table('person_contacts', { person_id: 'uuid', email: 'text' });

const PERSPECTIVES = new Weighted([
  ['{OUDER}', 90],
  ['{PROFESSIONAL}', 5],
  ['{JONGERE}', 3],
  ['{OUDER,PROFESSIONAL}', 2],
]);
const LANGUAGES = new Weighted([
  ['nl', 90],
  ['en', 3],
  ['ar', 2],
  ['tr', 2],
  ['pl', 2],
  ['uk', 1],
]);
const FORMS = ['TREKKER', 'LID', 'SEAT', 'BUDDY', 'SURVEY', 'SOUNDING_BOARD'];
const DAY_PARTS = ['MORNING', 'AFTERNOON', 'EVENING', 'WEEKEND'];
const PSEUDONYM_LETTERS = Array.from('BCDFGHJKLMNPQRSTVWXZ23456789');
const YEARS_OF_ARRIVALS = 6;

export async function insertPeople(
  client: ClientBase,
  random: Random,
  regions: readonly SeedRegion[],
  count: number,
  today: DayNumber,
  progress: Progress,
): Promise<PeopleByRegion> {
  const byRegion = regions.map((): string[] => []);
  const ids = new SeedIds(random.stream('ids'));
  // a region with more municipalities has more people
  const homes = new Weighted(regions.map((region, i) => [i, region.municipalities.length] as const));
  const personIds: string[] = [];

  const people = function* (draw: Random) {
    for (let i = 0; i < count; i++) {
      const home = homes.draw(draw);
      const id = ids.next();
      personIds.push(id);
      byRegion[home]!.push(id);
      yield personRow(
        draw,
        id,
        regions[home]!,
        today - Math.floor((1 - i / count) * YEARS_OF_ARRIVALS * 365),
      );
    }
  };
  await insertRows(client, PEOPLE, people(random.stream('people')), progress.part('people', count));

  const emails: { person_id: string; email: string }[] = [];
  const details = function* (draw: Random) {
    for (const [i, person_id] of personIds.entries()) {
      const name = drawName(draw);
      if (draw.chance(0.92)) emails.push({ person_id, email: emailOf(name, i) });
      yield { person_id, given_name: name.given, infix: name.infix, family_name: name.family };
    }
  };
  await insertRows(client, DETAILS, details(random.stream('names')), progress.part('names', count));
  await insertRows(client, CONTACTS, emails, progress.part('e-mail addresses', emails.length));
  return byRegion;
}

function personRow(draw: Random, id: string, region: SeedRegion, arrivedOn: DayNumber) {
  return {
    id,
    pseudonym: `Ouder ${Array.from({ length: 6 }, () => draw.pick(PSEUDONYM_LETTERS)).join('')}`,
    region_id: region.id,
    region_ids: arrayText([region.id]),
    municipality_id: draw.chance(0.95) ? draw.pick(region.municipalities).id : null,
    perspectives: PERSPECTIVES.draw(draw),
    language: LANGUAGES.draw(draw),
    participation_forms: arrayText(draw.some(FORMS, 0.3)),
    hours_per_month: draw.chance(0.4) ? draw.between(1, 24) : null,
    day_parts: arrayText(draw.some(DAY_PARTS, 0.4)),
    created_at: `${dayText(arrivedOn)} 12:00:00Z`,
  } satisfies Record<keyof (typeof PEOPLE)['columns'], Value>;
}

function emailOf({ given, infix, family }: FullName, unique: number): string {
  const letters = `${given}.${infix ?? ''}${family}`
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z.]/g, '');
  return `${letters}.${unique}@example.org`;
}
