import { expectedExit } from '../../features/people/school-ties/school-exit.js';
import type { DemoDays } from './demo-days.js';
import { demoId } from './demo-ids.js';
import type { DemoPlaces } from './demo-places.js';
import type { DemoPerson, DemoRegion, DemoTie } from './stories/demo-story.js';
import type { TableRows } from './insert-table.js';

export function peopleRows(
  { code, people }: DemoRegion,
  days: DemoDays,
  places: DemoPlaces,
): readonly TableRows[] {
  return [
    { table: 'people', rows: people.map((person) => personRow(person, places.region(code), places)) },
    {
      table: 'person_details',
      rows: people.map(({ key, name: [given_name, infix, family_name] }) => ({
        person_id: demoId('person', key),
        given_name,
        infix,
        family_name,
      })),
    },
    {
      table: 'person_contacts',
      rows: people.map((person) => ({ person_id: demoId('person', person.key), email: emailOf(person) })),
    },
    {
      table: 'school_ties',
      rows: people.flatMap((person) =>
        (person.ties ?? []).map((tie, i) => tieRow(person, tie, i, days, places)),
      ),
    },
  ];
}

function personRow(person: DemoPerson, regionId: string, places: DemoPlaces) {
  const id = demoId('person', person.key);
  return {
    id,
    pseudonym: `Ouder ${id.slice(0, 6).toUpperCase()}`,
    region_id: regionId,
    region_ids: [regionId],
    municipality_id: places.municipality(person.municipality),
    perspectives: person.perspectives ?? ['OUDER'],
    language: person.language ?? 'nl',
    participation_forms: person.forms ?? [],
    hours_per_month: person.hours ?? null,
    day_parts: person.dayParts ?? [],
    created_at: '2025-01-01T12:00:00Z',
  };
}

function emailOf({ name }: DemoPerson): string {
  const words = name.filter((part) => part !== null).join('.');
  return `${words
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z.-]/g, '')}@example.org`;
}

function tieRow(person: DemoPerson, tie: DemoTie, i: number, days: DemoDays, places: DemoPlaces) {
  const schoolYearStart = days.schoolYear(tie.confirmed);
  const nominal = expectedExit(places.stage(tie.stage), tie.yearLevel, schoolYearStart);
  const stated = tie.statedExit === undefined ? null : days.endOfMonth(tie.statedExit);
  return {
    id: demoId('tie', person.key, i),
    person_id: demoId('person', person.key),
    stage: tie.stage,
    year_level: tie.yearLevel,
    school_year_start: schoolYearStart,
    school_id: tie.school ? places.schoolIn(person.municipality) : null,
    confirmed_on: days.at(tie.confirmed),
    stated_exit: stated,
    // what the parent states takes precedence over the nominal course
    exit_earliest: stated ?? nominal?.earliest.toString() ?? null,
    exit_latest: stated ?? nominal?.latest.toString() ?? null,
  };
}
