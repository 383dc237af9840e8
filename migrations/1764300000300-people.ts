import type { QueryRunner } from 'typeorm';

/** People: the identity that stays, apart from details, contact and notes that can be erased. */
export class People1764300000300 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table people (
        id uuid primary key,
        version integer not null default 1,
        pseudonym text not null,
        region_id uuid not null references regions,
        -- the home region and every region this person has or had a role in: whoever sees a role sees its person
        region_ids uuid[] not null default '{}',
        municipality_id uuid references municipalities,
        perspectives text[] not null check (perspectives <@ array['OUDER', 'JONGERE', 'PROFESSIONAL']
          and cardinality(perspectives) > 0),
        language text not null default 'nl',
        participation_forms text[] not null default '{}'
          check (participation_forms <@ array['TREKKER', 'LID', 'SEAT', 'BUDDY', 'SURVEY', 'SOUNDING_BOARD']),
        hours_per_month integer check (hours_per_month between 0 and 200),
        day_parts text[] not null default '{}' check (day_parts <@ array['MORNING', 'AFTERNOON', 'EVENING', 'WEEKEND']),
        created_at timestamptz not null
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
    `);
  }
}
