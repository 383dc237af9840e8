import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Networks and what hangs on them. Every child carries its network's region (composite foreign key), so that a
 * policy needs no join. The leadership invariant is checked at commit.
 */
export class Oudernetwerken1764000000300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table oudernetwerken (
        id uuid primary key,
        version integer not null default 1,
        name text not null,
        search_name text not null generated always as (fold(name)) stored,
        sort_name text collate "C" not null generated always as (fold(name)) stored,
        purpose text,
        status text not null check (status in ('FORMING', 'ACTIVE', 'DORMANT', 'ENDED')),
        region_id uuid not null references regions,
        sectors text[] not null check (sectors <@ array['PO', 'VO', 'MBO', 'JEUGD', 'ZORG'] and cardinality(sectors) > 0),
        meeting_rhythm text check (meeting_rhythm in ('WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY', 'AS_NEEDED')),
        active_from date,
        ended_on date,
        end_reason text,
        contact_person_id uuid references people,
        last_activity_on date,
        created_at timestamptz not null default now(),
        unique (id, region_id),
        check ((status = 'FORMING') <= (active_from is null)),
        check ((status in ('ACTIVE', 'DORMANT')) <= (active_from is not null)),
        check ((status = 'ENDED') = (ended_on is not null)),
        check ((status = 'ENDED') = (end_reason is not null))
      );
      create index on oudernetwerken (region_id, sort_name, id);
      create index on oudernetwerken (sort_name, id);
      create index on oudernetwerken (region_id, last_activity_on, id);
      create index on oudernetwerken (last_activity_on, id);
      create index on oudernetwerken (active_from, id);
      create index on oudernetwerken (contact_person_id);
      create index on oudernetwerken using gin (search_name gin_trgm_ops);

      create table oudernetwerk_municipalities (
        oudernetwerk_id uuid not null references oudernetwerken,
        municipality_id uuid not null references municipalities,
        primary key (oudernetwerk_id, municipality_id)
      );
      create index on oudernetwerk_municipalities (municipality_id);
      create table oudernetwerk_themes (
        oudernetwerk_id uuid not null references oudernetwerken,
        theme_id uuid not null references themes,
        primary key (oudernetwerk_id, theme_id)
      );
      create index on oudernetwerk_themes (theme_id);

      create table trekkerschappen (
        id uuid primary key,
        version integer not null default 1,
        person_id uuid not null references people,
        oudernetwerk_id uuid not null,
        region_id uuid not null,
        role text not null check (role in ('TREKKER', 'CO_TREKKER')),
        period daterange not null check (not isempty(period) and not lower_inf(period)),
        planned_end_on date,
        planned_end_reason text,
        end_reason text,
        predecessor_id uuid references trekkerschappen,
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id) on update cascade,
        check ((planned_end_on is null) = (planned_end_reason is null)),
        check (planned_end_on >= lower(period)),
        check (planned_end_reason in ('CHILD_LEFT_SCHOOL', 'TERM_COMPLETED', 'PERSONAL', 'MOVED', 'DECEASED', 'OTHER')),
        check (end_reason in ('CHILD_LEFT_SCHOOL', 'TERM_COMPLETED', 'PERSONAL', 'MOVED', 'DECEASED', 'OTHER')),
        check (upper_inf(period) = (end_reason is null)),
        constraint trekkerschappen_no_overlap exclude using gist
          (oudernetwerk_id with =, person_id with =, period with &&)
      );
      create index on trekkerschappen (oudernetwerk_id, (lower(period)), id);
      create index on trekkerschappen (person_id);
      create index on trekkerschappen (region_id);
      create unique index on trekkerschappen (predecessor_id);

      create table caretakerships (
        id uuid primary key,
        oudernetwerk_id uuid not null,
        region_id uuid not null,
        organisation_id uuid not null references organisations,
        period daterange not null check (not isempty(period) and not lower_inf(period)),
        standby boolean not null,
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id) on update cascade,
        constraint caretakerships_one_at_a_time exclude using gist
          (oudernetwerk_id with =, period with &&) deferrable initially deferred
      );
      create index on caretakerships (organisation_id);

      create table memberships (
        id uuid primary key,
        person_id uuid not null references people,
        oudernetwerk_id uuid not null,
        region_id uuid not null,
        period daterange not null check (not isempty(period) and not lower_inf(period)),
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id) on update cascade,
        constraint memberships_no_overlap exclude using gist
          (oudernetwerk_id with =, person_id with =, period with &&)
      );
      create index on memberships (oudernetwerk_id, (lower(period)), id);
      create index on memberships (person_id);

      create table support_arrangements (
        id uuid primary key,
        oudernetwerk_id uuid not null,
        region_id uuid not null,
        organisation_id uuid not null references organisations,
        hours_per_month numeric(5, 1) check (hours_per_month between 0 and 744),
        period daterange not null check (not isempty(period) and not lower_inf(period)),
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id) on update cascade,
        constraint support_no_overlap exclude using gist
          (oudernetwerk_id with =, organisation_id with =, period with &&)
      );
      create index on support_arrangements (oudernetwerk_id);
      create index on support_arrangements (organisation_id);

      create table activities (
        id uuid primary key,
        oudernetwerk_id uuid not null,
        region_id uuid not null,
        kind text not null check (kind in ('MEETING', 'CAFE', 'CONTACT', 'TRAINING', 'OTHER')),
        held_on date not null,
        title text not null,
        attendance integer check (attendance between 0 and 10000),
        created_at timestamptz not null default now(),
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id) on update cascade
      );
      create index on activities (oudernetwerk_id, held_on desc, id desc)
        include (kind, title, attendance, region_id);

      -- who has a role in a region is seen there
      create function people_follow_role() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        update people set region_ids = region_ids || new.region_id
        where id = new.person_id and not region_ids @> array[new.region_id];
        return null;
      end $$;
      create trigger follow_role after insert or update of region_id on trekkerschappen
        for each row execute function people_follow_role();
      create trigger follow_role after insert or update of region_id on memberships
        for each row execute function people_follow_role();

      create function oudernetwerken_last_activity() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if tg_op = 'INSERT' then
          update oudernetwerken set last_activity_on = new.held_on
          where id = new.oudernetwerk_id and (last_activity_on is null or last_activity_on < new.held_on);
        else
          update oudernetwerken n
          set last_activity_on = (select max(held_on) from activities where oudernetwerk_id = n.id)
          where id = old.oudernetwerk_id;
        end if;
        return null;
      end $$;
      create trigger last_activity after insert or delete or update of held_on on activities
        for each row execute function oudernetwerken_last_activity();

      -- The leadership invariant: from its activation until it ends, on every day, a network is led by a
      -- trekkerschap or a caretakership. Whoever did not update the network in this transaction does so here, first:
      -- of two sessions one waits and then reads what the other left (read committed) or fails (repeatable read).
      create function check_leadership_cover() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        network uuid := case tg_table_name when 'oudernetwerken' then (to_jsonb(new) ->> 'id')::uuid
                        else (coalesce(to_jsonb(new), to_jsonb(old)) ->> 'oudernetwerk_id')::uuid end;
        gap datemultirange;
      begin
        update oudernetwerken set version = version where id = network and xmin <> pg_current_xact_id()::xid;
        select datemultirange(daterange(n.active_from, n.ended_on, case when n.ended_on is null then '[)' else '[]' end))
             - coalesce((select range_agg(period) from trekkerschappen where oudernetwerk_id = n.id), '{}')
             - coalesce((select range_agg(period) from caretakerships where oudernetwerk_id = n.id), '{}')
          into gap from oudernetwerken n where n.id = network and n.active_from is not null;
        if gap is not null and not isempty(gap) then
          raise exception 'network % is nobody''s on %', network, lower(gap)
            using errcode = '23514', constraint = 'leadership_cover', detail = lower(gap)::text;
        end if;
        return null;
      end $$;
      create constraint trigger leadership_cover after insert or update of status, active_from, ended_on
        on oudernetwerken deferrable initially deferred for each row execute function check_leadership_cover();
      create constraint trigger leadership_cover after insert or delete or update
        on trekkerschappen deferrable initially deferred for each row execute function check_leadership_cover();
      create constraint trigger leadership_cover after insert or delete or update
        on caretakerships deferrable initially deferred for each row execute function check_leadership_cover();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table activities, support_arrangements, memberships, caretakerships, trekkerschappen,
        oudernetwerk_themes, oudernetwerk_municipalities, oudernetwerken cascade;
      drop function check_leadership_cover, oudernetwerken_last_activity, people_follow_role;
    `);
  }
}
