import type { QueryRunner } from 'typeorm';

/**
 * Deaths that were recorded before it was kept by the end of which role, where that is certain: the audit tells that end first
 * and then the death, in one transaction; or an earlier migration found the death at the end of the only such role.
 */
export class DeathsByRole1764650000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      with roles as (
        select id, person_id, upper(period) - 1 as last_day from trekkerschappen where end_reason = 'DECEASED'
        union all
        select id, person_id, upper(period) - 1 from seat_appointments where end_reason = 'DECEASED'
      ),
      deaths as (
        select d.id, d.person_id, d.last_day, told.id as told_id, told.happened_at, told.account_id
        from departures d left join audit_log told
          on told.subject_id = d.person_id and told.action = 'departure.recorded' and told.facts ->> 'departureId' = d.id::text
        where d.kind = 'DECEASED' and d.by_role is null and d.taken_back_at is null
      ),
      found as (
        select d.id, (array_agg(r.id))[1] as role_id
        from deaths d join roles r on r.person_id = d.person_id and r.last_day = d.last_day
        where d.told_id is null or exists (select from audit_log a
          where a.subject_id = r.id and a.action in ('trekkerschap.ended', 'seat.appointmentEnded')
            and a.happened_at = d.happened_at and a.account_id is not distinct from d.account_id and a.id < d.told_id)
        group by d.id having count(*) = 1
      )
      update departures d set by_role = found.role_id from found where found.id = d.id;
    `);
  }
}
