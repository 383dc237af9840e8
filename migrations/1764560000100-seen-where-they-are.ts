import type { QueryRunner } from 'typeorm';

/** People are seen where they live, have a role or said yes, the home region first, and nowhere else any more. */
export class SeenWhereTheyAre1764560000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      with seen as (
        select p.id, p.region_id || coalesce(elsewhere.ids, '{}') as region_ids
        from people p
        left join (
          select r.person_id, array_agg(distinct r.region_id order by r.region_id) as ids
          from (
            select person_id, region_id from trekkerschappen
            union select person_id, region_id from memberships
            union select person_id, region_id from successor_candidates
            union select person_id, region_id from seat_appointments
            union select person_id, region_id from seat_invitations where status = 'ACCEPTED') r
          join people home on home.id = r.person_id and home.region_id <> r.region_id
          group by r.person_id) elsewhere on elsewhere.person_id = p.id)
      update people p set region_ids = seen.region_ids
      from seen where seen.id = p.id and p.region_ids <> seen.region_ids;

      update person_details d set region_ids = p.region_ids
      from people p where p.id = d.person_id and d.region_ids <> p.region_ids;
    `);
  }
}
