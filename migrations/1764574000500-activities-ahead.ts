import type { QueryRunner } from 'typeorm';

/** Activities may lie ahead; only those that were held show that a network is alive. */
export class ActivitiesAhead1764574000500 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table activities
        alter column held_on drop not null,
        add column planned_on date,
        -- local time
        add column start_time text check (start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        add column place text,
        add column on_day date not null generated always as (coalesce(held_on, planned_on)) stored,
        add constraint activities_on_a_day check (num_nonnulls(held_on, planned_on) > 0),
        add constraint activities_counted_when_held check (attendance is null or held_on is not null);
      drop index activities_oudernetwerk_id_held_on_id_kind_title_attendance_idx;
      create index on activities (oudernetwerk_id, held_on desc);
      create index on activities (oudernetwerk_id, on_day desc, id desc)
        include (kind, title, attendance, region_id, held_on);
    `);
  }
}
