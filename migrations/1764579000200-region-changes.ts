import type { QueryRunner } from 'typeorm';

/** Municipalities come under another region, or merge, on a day: what that concerns is proposed to both regions. */
export class RegionChanges1764579000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- From which day a municipality belongs to another region, or is part of another municipality. Until then it is where
      -- \`municipalities\` says, which follows on that day.
      create table municipality_regions (
        municipality_id uuid not null references municipalities on delete cascade,
        valid_from date not null,
        region_id uuid not null references regions,
        -- it is part of this one from then on
        into_id uuid references municipalities,
        primary key (municipality_id, valid_from),
        check (into_id <> municipality_id)
      );
      create index on municipality_regions (valid_from);

      -- What comes to a region on a day, or leaves it: one for each side.
      create table region_changes (
        id uuid primary key,
        version integer not null default 1,
        region_id uuid not null references regions,
        other_region_id uuid not null references regions,
        comes boolean not null,
        changes_on date not null,
        found_on date not null,
        unique (id, region_id),
        unique (region_id, other_region_id, comes, changes_on)
      );

      alter table person_moves
        add because text not null default 'MOVED' check (because in ('MOVED', 'REORGANISED')),
        -- when they were told that their municipality comes under another region
        add told_on date,
        add check (told_on is null or because = 'REORGANISED'),
        drop constraint person_moves_crossed_because_check,
        add constraint person_moves_crossed_because_check check (crossed_because in ('YES', 'ROLE', 'REORGANISED'));
      create index person_moves_of_change on person_moves (from_region_id, to_region_id, moved_on)
        where because = 'REORGANISED';

      do $$
      declare
        work text;
        named text;
        checked text;
        kinds text;
      begin
        foreach work in array array['continuity_findings', 'work_items', 'work_item_snoozes'] loop
          execute format('alter table %1$I add column region_change_id uuid,
            add foreign key (region_change_id, region_id) references region_changes (id, region_id) on delete cascade', work);
          execute format('create index on %I (region_change_id) where region_change_id is not null', work);
          -- one more among those of which exactly one is set, whichever they are by now
          for named, checked in
            select conname, pg_get_constraintdef(oid) from pg_constraint
            where conrelid = work::regclass and contype = 'c' and pg_get_constraintdef(oid) ~ 'num_nonnulls|COALESCE'
          loop
            execute format('alter table %I drop constraint %I, add %s', work, named,
              regexp_replace(checked, '(num_nonnulls|COALESCE)\\(([^)]*)\\)', '\\1(\\2, region_change_id)'));
          end loop;
        end loop;
        foreach work in array array['stale_subjects', 'watched_subjects'] loop
          select conname, substring(pg_get_constraintdef(oid) from 'ARRAY\\[(.*)\\]') into strict named, kinds
            from pg_constraint where conrelid = work::regclass and contype = 'c' and pg_get_constraintdef(oid) ~ 'subject_type';
          execute format('alter table %1$I drop constraint %2$I, add constraint %2$I check (subject_type in (%3$s, %4$L))',
            work, named, kinds, 'RegionChange');
        end loop;
      end $$;

      alter table person_tasks
        drop constraint person_tasks_kind_check,
        add constraint person_tasks_kind_check check (kind in ('DIED', 'STOPPED', 'DEATH_TAKEN_BACK', 'STOP_TAKEN_BACK',
          'NOTICE', 'LETTER', 'MOVED_AWAY', 'MOVED_HERE', 'MOVE_TAKEN_BACK', 'REGION_CHANGES', 'CHANGE_IS_OFF'));
    `);
  }
}
