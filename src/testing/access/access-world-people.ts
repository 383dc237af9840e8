import { v7 as uuid } from 'uuid';
import type { ObjectName } from './access-objects.js';
import type { Keep, Put } from './access-world-experts.js';
import { NOW } from '../test-service.js';

/** Where they live, and which world they are of. Uuids. */
interface Homes {
  readonly mark: number;
  readonly here: string;
  readonly elsewhere: string;
  readonly municipality: string;
  readonly municipalityElsewhere: string;
}

export type PeopleWorld = Awaited<ReturnType<typeof putPeople>>;

/** People with a name, an address and a note; their uuids. */
export async function putPeople(
  put: Put,
  keep: Keep,
  { mark, here, elsewhere, municipality, municipalityElsewhere }: Homes,
) {
  async function person(name: ObjectName, region_id = here, municipality_id = municipality): Promise<string> {
    const details = { municipality_id, hours_per_month: 4, day_parts: ['EVENING'] };
    const participation_forms = [municipality_id === municipality ? 'TREKKER' : 'BUDDY'];
    const perspectives = ['OUDER'];
    const row = {
      pseudonym: `Persoon ${mark}`,
      region_id,
      perspectives,
      participation_forms,
      created_at: NOW,
      ...details,
    };
    const id = await keep(name, 'Person', 'people', row);
    const given_name = name.replaceAll(' ', '').toUpperCase();
    await put('person_details', { person_id: id, given_name, infix: 'van de', family_name: `Wereld${mark}` });
    await put('person_contacts', {
      person_id: id,
      email: `${given_name}@example.org`,
      phone: '+31612345678',
    });
    await put('person_notes', { person_id: id, region_id, note: `Notitie over ${given_name}` });
    return id;
  }
  const people = {
    trekker: await person('trekker'),
    member: await person('member'),
    formerTrekker: await person('former trekker'),
    coordinating: await person('member who coordinates there'),
    expert: await person('expert'),
    unconsented: await person('expert without consent'),
    withdrawn: await person('expert who withdrew'),
    formerHolder: await person('former holder'),
    countryWide: await person('expert country-wide', elsewhere),
    expertElsewhere: await person('expert elsewhere', elsewhere),
    guest: await person('guest', elsewhere),
    stranger: await person('stranger', elsewhere, municipalityElsewhere),
  };
  const withoutRole = await person('parent without role');
  return { ...people, withoutRole };
}

/** What is on record of two of them, the trekker here and the stranger elsewhere: a pause, departures, tasks and moves. */
export async function putEvents(
  put: Put,
  keep: Keep,
  { mark, here, elsewhere, municipality, municipalityElsewhere }: Homes,
  { trekker, stranger, withoutRole }: PeopleWorld,
): Promise<void> {
  await put('contact_pauses', {
    person_id: trekker,
    period: '[2026-11-01,2027-03-01)',
    recorded_at: NOW,
  });

  await put('hidden_names', { person_id: stranger, given_name: 'VERBORGEN', family_name: `Wereld${mark}` });

  const [one_id, other_id] = [trekker, stranger].sort();
  await put('people_told_apart', { one_id, other_id, region_id: here, said_at: NOW });
  await put('erasures', { person_id: withoutRole, region_id: here, reason: 'ASKED', erased_at: NOW });

  const made = {
    choices: '{}',
    reason: 'Zelfde ouder',
    recorded_at: NOW,
    undone_at: NOW,
    undone_because: 'Toch twee',
  };
  await put('person_merges', {
    id: uuid(),
    survivor_id: trekker,
    other_id: stranger,
    region_id: here,
    ...made,
  });

  const stops = { kind: 'STOPS_EVERYTHING', last_day: '2026-11-01', note: 'Toch niet', recorded_at: NOW };
  const departed = (name: ObjectName, person_id: string) =>
    keep(name, 'PersonDeparture', 'departures', { person_id, region_id: here, ...stops, taken_back_at: NOW });
  const departure_id = await departed('departure', trekker);
  await departed('departure elsewhere', stranger);
  const day = { made_on: '2026-11-01', due_on: '2026-11-08', done_on: '2026-11-05' };
  const task = (name: ObjectName, person_id: string, region_id: string) =>
    keep(name, 'PersonTask', 'person_tasks', { person_id, region_id, kind: 'STOPPED', ...day });
  await task('task', trekker, here);
  await task('task elsewhere', stranger, elsewhere);
  const moves = { moved_on: '2026-12-15', recorded_at: NOW, answer: 'NO', answered_on: '2026-11-20' };
  const move = (name: ObjectName, person_id: string, from_region_id: string, to_region_id: string) =>
    keep(name, 'PersonMove', 'person_moves', {
      person_id,
      from_region_id,
      to_region_id,
      municipality_id: to_region_id === here ? municipality : municipalityElsewhere,
      ...moves,
    });
  await move('move', trekker, here, elsewhere);
  await move('move elsewhere', stranger, elsewhere, here);
  await put('kept_rows', {
    cause_id: departure_id,
    kept_table: 'memberships',
    row_id: departure_id,
    was: '{}',
  });
}
