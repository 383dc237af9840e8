import type { Client } from 'pg';
import { v7 as uuid } from 'uuid';
import { Makers } from '../makers/makers.js';
import { ProfileMakers } from '../makers/profile-makers.js';
import { SeatMakers } from '../makers/seat-makers.js';

/** Subject of the account of the secretary here. */
export const SECRETARY = 'secretary of the rich world';

/** In turn: the scope of the consent, and until when. */
const CONSENTS = [
  ['REGION', '2028-12-31'],
  ['REGION_AND_AGREEMENTS', '2028-12-31'],
  ['COUNTRY', '2026-11-25'],
  [null, ''],
  ['COUNTRY', '2026-11-24'],
] as const;
const TRAININGS = [
  ['Aan tafel', '2024-02-29', '2026-11-24'],
  ['Aan tafel', '2024-02-29', '2027-02-25'],
  ['Áán tafel', '2024-03-01', '2027-02-24'],
  ['Verder dan je eigen verhaal', '2026-11-26', null],
] as const;

/**
 * Ervaringsdeskundigen of all sorts: findable or not, invited or not, equal in the columns that lists are sorted by.
 */
export async function addProfiles(
  owner: Client,
  people: readonly string[],
  stranger: string,
  here: string,
): Promise<void> {
  const [make, profiles, seats] = [new Makers(owner), new ProfileMakers(owner), new SeatMakers(owner)];
  const body = await seats.body(here);
  await make.account(SECRETARY, { role: 'SECRETARY', regionId: here });
  const organisation = await make.organisation(here);
  const made: string[] = [];
  for (const [index, person] of [...people, stranger].entries()) {
    const [scope, until] = CONSENTS[index % CONSENTS.length]!;
    const id = await profiles.profile(person, scope, until);
    made.push(id);
    await blurred(owner, id, index);
    for (const [title, completedOn, validUntil] of TRAININGS.slice(0, (index + 2) % 5)) {
      await owner.query(
        `insert into trainings (id, ervaringsdeskundige_id, title, issuer, completed_on, valid_until)
         values ($1, $2, $3, 'Demo', $4, $5)`,
        [uuid(), id, title, completedOn, validUntil],
      );
    }
    if (index % 3 === 0) {
      await profiles.incompatibility(id, { organisation });
      const past = { kind: 'BOARD_MEMBER', organisation, period: '[2026-01-01,2026-06-01)' };
      await profiles.incompatibility(id, past);
    }
    if (index % 4 === 1) await profiles.consent(person, null);
    if (index % 4 === 1) await profiles.consent(person, 'COUNTRY', until);
  }
  // who accepted an invitation of a body here, though their home is elsewhere; a current holder; a former one
  await profiles.invitation(await seats.seat(body), made.at(-1)!, { status: 'ACCEPTED', by: SECRETARY });
  await seats.appointment(await seats.seat(body), people[1]!);
  await seats.appointment(await seats.seat(body), people[2]!, '[2026-01-01,2026-11-25)', '2026-12-31');
}

/** The same values for several, or none. */
async function blurred(owner: Client, id: string, index: number): Promise<void> {
  await owner.query(
    `update ervaringsdeskundigen set registered_on = '2026-01-01'::date + $2::integer % 3,
       domains = case $2::integer % 3 when 0 then '{}' when 1 then '{ZORG}' else '{JEUGD,ONDERWIJS}' end::text[],
       day_parts = case $2::integer % 2 when 0 then '{}' else '{EVENING,WEEKEND}' end::text[],
       meeting_forms = case $2::integer % 2 when 0 then '{}' else '{ONLINE}' end::text[],
       languages = case $2::integer % 3 when 0 then '{nl,ar}' else '{nl}' end::text[],
       brings_others_experience = case when $2::integer % 3 > 0 then $2::integer % 2 = 0 end,
       brings_others_basis = case when $2::integer % 3 > 0 then 'INTERVIEW' end,
       brings_others_on = case when $2::integer % 3 > 0 then '2026-02-01'::date end,
       max_seats = case when $2::integer % 3 > 0 then $2::integer % 3 - 1 end,
       paused = case $2::integer % 4 when 0 then '[2026-11-25,2026-11-26)'::daterange
         when 1 then '[2026-11-26,)'::daterange end
     where id = $1`,
    [id, index],
  );
  await owner.query(
    `insert into ervaringsdeskundige_themes (ervaringsdeskundige_id, theme_id)
     select $1, id from (select id, row_number() over (order by code) as place from themes) t
     where place % 5 = $2::integer % 5`,
    [id, index],
  );
}
