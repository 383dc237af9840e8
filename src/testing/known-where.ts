import type { Client } from 'pg';

/** Columns that say where somebody or something is known, beside what they follow from, written out once more. */
const DIFFERING = `
  with known (id, oudernetwerk_ids, candidate_for, body_ids) as (
    select p.id,
      array(select oudernetwerk_id from trekkerschappen r where r.person_id = p.id
        union select oudernetwerk_id from memberships r where r.person_id = p.id order by 1),
      array(select distinct oudernetwerk_id from successor_candidates r where r.person_id = p.id order by 1),
      array(select body_id from seat_appointments r where r.person_id = p.id
        union select body_id from seat_invitations r where r.person_id = p.id and r.status = 'ACCEPTED' order by 1)
    from people p)
  select 'people' as of, p.id from people p join known k using (id)
    where (p.oudernetwerk_ids, p.candidate_for, p.body_ids) is distinct from (k.oudernetwerk_ids, k.candidate_for, k.body_ids)
  union all
  select 'person_details', d.person_id from person_details d join people p on p.id = d.person_id
    where (d.region_ids, d.oudernetwerk_ids, d.candidate_for, d.body_ids)
      is distinct from (p.region_ids, p.oudernetwerk_ids, p.candidate_for, p.body_ids)
  union all
  select 'advisory_bodies', b.id from advisory_bodies b where array(select unnest(b.asked_in) order by 1)
    <> array(select distinct person_region_id from seat_invitations i where i.body_id = b.id order by 1)
  union all
  select 'advisory_seats', s.id from advisory_seats s where array(select unnest(s.asked_in) order by 1)
    <> array(select distinct person_region_id from seat_invitations i where i.seat_id = s.id order by 1)`;

/** Fails unless people, bodies and seats say where they are known as it follows from roles and invitations. */
export async function expectKnownWhere(owner: Client): Promise<void> {
  expect((await owner.query(DIFFERING)).rows).toEqual([]);
}
