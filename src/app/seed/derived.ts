import type { ClientBase } from 'pg';
import type { Progress } from './progress.js';

/**
 * Triggers that maintain derived columns row by row, and that mark rows for reassessment: most of the time of a large
 * seed. What was never assessed needs no mark.
 */
const DERIVING = [
  ['people', 'nameless'],
  ['person_details', 'nameless'],
  ['person_details', 'names_by_place'],
  ['trekkerschappen', 'known_where'],
  ['memberships', 'known_where'],
  ['seat_appointments', 'known_where'],
  ['seat_invitations', 'known_where'],
  ['seat_invitations', 'known_where_asked'],
  ['activities', 'last_activity'],
  ['oudernetwerken', 'mark_stale'],
  ['trekkerschappen', 'mark_stale'],
  ['memberships', 'mark_stale'],
  ['support_arrangements', 'mark_stale'],
  ['school_ties', 'mark_stale'],
  ['person_contacts', 'mark_stale'],
  ['ervaringsdeskundigen', 'derive'],
  ['ervaringsdeskundigen', 'seats'],
  ['ervaringsdeskundige_themes', 'follow_themes'],
  ['consents', 'make_findable'],
  ['seat_invitations', 'seats'],
  ['seat_appointments', 'seats'],
  ['seat_appointments', 'held'],
  ['seat_appointments', 'mark_stale'],
  ['ervaringsdeskundigen', 'mark_subject_stale'],
  ['trainings', 'learn'],
  ['trainings', 'mark_subject_stale'],
  ['advisory_seats', 'mark_subject_stale'],
  ['seat_appointments', 'mark_subject_stale'],
] as const;

/**
 * Does `work` without those triggers, and afterwards does for all rows at once what they do. Constraints and the
 * leadership check stay on. A test compares the result with what the triggers would have left.
 */
export async function derivingAtOnce(
  client: ClientBase,
  progress: Progress,
  work: () => Promise<void>,
): Promise<void> {
  for (const [table, trigger] of DERIVING)
    await client.query(`alter table ${table} disable trigger ${trigger}`);
  await work();
  progress.say('what people may be found by, and where they are known');
  await derivePlaces(client);
  await deriveSeats(client);
  await deriveProfiles(client);
  // pending deferred checks would keep the tables from being altered
  progress.say('the database checks that every network is led on every day');
  await client.query('set constraints all immediate');
  for (const [table, trigger] of DERIVING)
    await client.query(`alter table ${table} enable trigger ${trigger}`);
}

/** `last_activity_on` came with the networks. */
async function derivePlaces(client: ClientBase): Promise<void> {
  await client.query(`
    update people p set region_ids = known.region_ids, oudernetwerk_ids = known.oudernetwerk_ids,
      candidate_for = known.candidate_for, body_ids = known.body_ids
    from (select before.id, regions_of(before.id, before.region_id) as region_ids, places.*
      from people before cross join lateral places_of(before.id) places) known
    where p.id = known.id and (p.region_ids, p.oudernetwerk_ids, p.candidate_for, p.body_ids)
      is distinct from (known.region_ids, known.oudernetwerk_ids, known.candidate_for, known.body_ids)`);
  await client.query(`
    insert into names_by_place (person_id, place_id, as_candidate, search_name, name_marks)
    select d.person_id, place.place_id, place.as_candidate, d.search_name, d.name_marks
    from person_details d cross join lateral places_of_name(d) place order by place.place_id`);
  for (const [table, id] of [
    ['advisory_bodies', 'body_id'],
    ['advisory_seats', 'seat_id'],
  ])
    await client.query(`
      update ${table} known set asked_in = asked.ids
      from (select ${id} as id, array_agg(distinct person_region_id) as ids from seat_invitations group by ${id}) asked
      where known.id = asked.id`);
}

async function deriveSeats(client: ClientBase): Promise<void> {
  await client.query(`
    update advisory_seats s set held = known.held
    from (select seat_id, range_agg(period) as held from seat_appointments group by seat_id) known
    where s.id = known.seat_id`);
}

async function deriveProfiles(client: ClientBase): Promise<void> {
  await client.query(`
    with held as (
      select person_id, array_agg(lower(period) order by lower(period)) as begins,
        array_agg(upper(period) order by upper(period)) filter (where not upper_inf(period)) as ends
      from seat_appointments group by 1
    ),
    asked as (
      select ervaringsdeskundige_id, array_agg(asked_on order by asked_on) as days,
        array_agg(distinct body_id) filter (where status = 'ACCEPTED') as engaged
      from seat_invitations group by 1
    )
    update ervaringsdeskundigen e set
      traits = traits_of_profile(e),
      trained = learned.titles,
      trained_until = learned.untils,
      findable_until = c.until,
      findable_agreements = coalesce(c.agreements, false),
      findable_country = coalesce(c.country, false),
      findable_partners = coalesce(c.partners, false),
      seat_begins = held.begins,
      seat_ends = held.ends,
      asked_on = asked.days,
      engaged_bodies = coalesce(asked.engaged, '{}')
    from ervaringsdeskundigen own
    left join lateral findable_by_consent(own.person_id) c on true
    cross join lateral (select array_agg(title order by title) as titles, array_agg(until order by title) as untils
      from trainings_of_profile(own.id)) learned
    left join held on held.person_id = own.person_id
    left join asked on asked.ervaringsdeskundige_id = own.id
    where own.id = e.id`);
}
