import type { QueryRunner } from 'typeorm';

/** Extensions, regions and municipalities, and the other lists that reference files fill. */
export class Regions1764300000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create extension if not exists btree_gist;
      create extension if not exists pg_trgm;
      create extension if not exists unaccent;

      -- Lower case without accents: what names are compared by. Here, as generated columns use it.
      create function fold(text) returns text language sql immutable strict parallel safe
        return lower(public.unaccent('public.unaccent', $1));

      create table regions (
        id uuid primary key,
        version integer not null default 1,
        code text not null unique,
        name text not null,
        kind text not null check (kind in ('LAND', 'JEUGDREGIO', 'WERKREGIO')),
        parent_id uuid references regions,
        coordinating_organisation_id uuid,
        check ((kind = 'LAND') = (parent_id is null))
      );
      create index on regions (parent_id);

      create table municipalities (
        id uuid primary key,
        code text not null unique check (code ~ '^GM\\d{4}$'),
        name text not null,
        province text not null,
        region_id uuid not null references regions,
        valid_from date,
        valid_until date,
        check (valid_until >= valid_from)
      );
      create index on municipalities (region_id);

      create table themes (
        id uuid primary key,
        code text not null unique,
        label_nl text not null,
        label_en text not null,
        parent_id uuid references themes,
        retired_on date,
        version integer not null default 1,
        -- made or changed by somebody: the reference file does not change it any more
        by_hand boolean not null default false
      );
      create index on themes (parent_id);

      create table school_stages (
        code text primary key,
        sector text not null check (sector in ('PO', 'VO', 'MBO')),
        label text not null,
        first_year integer not null,
        last_year integer,
        years_min integer,
        years_max integer,
        exit_derivable text not null check (exit_derivable in ('YES', 'APPROX', 'RANGE', 'NO'))
      );

      -- Which content of each reference file is in the database, so that a start does not read it again.
      create table reference_imports (
        file text primary key,
        -- of the file, of the files it depends on, and of what we make of its rows
        fingerprint text not null,
        rows integer not null,
        imported_at timestamptz not null default now()
      );
    `);
  }
}
