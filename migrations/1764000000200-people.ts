import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People: the identity that stays, apart from details, contact and notes that can be erased. */
export class People1764000000200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- loads pg_trgm, so that this session knows its parameter that people_named() sets
      select show_limit();

      create table people (
        id uuid primary key,
        version integer not null default 1,
        pseudonym text not null,
        region_id uuid not null references regions,
        -- the home region and every region this person has or had a role in: who sees a role sees its person
        region_ids uuid[] not null default '{}',
        municipality_id uuid references municipalities,
        perspectives text[] not null check (perspectives <@ array['OUDER', 'JONGERE', 'PROFESSIONAL']
          and cardinality(perspectives) > 0),
        language text not null default 'nl',
        participation_forms text[] not null default '{}'
          check (participation_forms <@ array['TREKKER', 'LID', 'SEAT', 'BUDDY', 'SURVEY', 'SOUNDING_BOARD']),
        hours_per_month integer check (hours_per_month between 0 and 200),
        day_parts text[] not null default '{}' check (day_parts <@ array['MORNING', 'AFTERNOON', 'EVENING', 'WEEKEND']),
        created_at timestamptz not null default now()
      );
      create index on people (region_id);
      create index on people using gin (region_ids);
      create index on people (created_at, id);

      create table person_details (
        person_id uuid primary key references people on delete cascade,
        -- as the person has them, so that policies and the search need no join
        region_ids uuid[] not null,
        given_name text not null,
        infix text,
        family_name text not null,
        display_name text not null generated always as
          (given_name || coalesce(' ' || infix, '') || ' ' || family_name) stored,
        search_name text not null generated always as
          (fold(given_name || coalesce(' ' || infix, '') || ' ' || family_name)) stored,
        -- "van den Berg, Anna" sorts under B
        sort_name text collate "C" not null generated always as
          (fold(family_name || ', ' || given_name || coalesce(' ' || infix, ''))) stored
      );
      create index on person_details (sort_name, person_id);
      create index on person_details using gin (region_ids, search_name gin_trgm_ops);
      create index on person_details using gin (search_name gin_trgm_ops);

      create table person_contacts (
        person_id uuid primary key references people on delete cascade,
        email text,
        email_norm text generated always as (lower(email)) stored,
        phone text
      );
      create table person_notes (
        person_id uuid primary key references people on delete cascade,
        note text not null
      );

      create table school_ties (
        id uuid primary key,
        version integer not null default 1,
        person_id uuid not null references people,
        stage text not null references school_stages,
        year_level integer,
        school_year_start integer not null check (school_year_start between 2000 and 2100),
        school_id uuid references organisations,
        confirmed_on date not null,
        -- a date the parent stated goes before the nominal course
        stated_exit date,
        exit_earliest date,
        exit_latest date,
        check (exit_earliest <= exit_latest),
        check ((exit_earliest is null) = (exit_latest is null))
      );
      create index on school_ties (person_id);

      create function people_home_region() returns trigger language plpgsql as $$
      begin
        if not new.region_ids @> array[new.region_id] then
          new.region_ids := new.region_ids || new.region_id;
        end if;
        return new;
      end $$;
      create trigger home_region before insert or update of region_id, region_ids on people
        for each row execute function people_home_region();

      create function person_details_follow_person() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if tg_table_name = 'people' then
          update person_details set region_ids = new.region_ids where person_id = new.id;
          return null;
        end if;
        new.region_ids := (select p.region_ids from people p where p.id = new.person_id);
        return new;
      end $$;
      create trigger follow_person before insert on person_details
        for each row execute function person_details_follow_person();
      create trigger follow_person after update of region_ids on people
        for each row when (new.region_ids is distinct from old.region_ids)
        execute function person_details_follow_person();

      -- People whose name resembles a text, spelling and accents forgiven, best first. The caller's policies decide
      -- what of it they see; the region setting only keeps the index scan small (an OR would keep it large).
      create function people_named(text) returns table (person_id uuid, score real)
        language plpgsql stable security definer rows 50
        set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.45 as $$
      declare wanted text := fold($1);
      begin
        if viewer_uuid('app.account') is null then
          return;
        elsif current_setting('app.reach', true) = 'regional' then
          return query select d.person_id, word_similarity(wanted, d.search_name) from person_details d
            where wanted <% d.search_name and d.region_ids && viewer_uuids('app.regions');
        else
          return query select d.person_id, word_similarity(wanted, d.search_name) from person_details d
            where wanted <% d.search_name;
        end if;
      end $$;
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function people_named;
      drop table school_ties, person_notes, person_contacts, person_details, people cascade;
      drop function person_details_follow_person, people_home_region;
    `);
  }
}
