import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extensions, the database roles of the service, and reference data: regions, municipalities, organisations. */
export class Places1764000000100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create extension if not exists btree_gist;
      create extension if not exists pg_trgm;
      create extension if not exists unaccent;

      -- Who the service is while it answers: national sees the country, regional only its regions (policies that
      -- an index can serve), personal whatever its own roles reach. None of them logs in or owns anything.
      -- An owner without CREATEROLE finds them made by the administrator.
      do $$
      declare name text;
      begin
        foreach name in array array['okn_national', 'okn_regional', 'okn_personal'] loop
          if not exists (select from pg_roles where rolname = name) then
            begin
              execute format('create role %I nologin noinherit nosuperuser nobypassrls', name);
            exception when duplicate_object or unique_violation then null; -- made by another database's migration
            end;
          end if;
        end loop;
      end $$;

      revoke create on schema public from public;
      grant usage on schema public to okn_national, okn_regional, okn_personal;

      -- Lower case without accents: what names are compared by.
      create function fold(text) returns text language sql immutable strict parallel safe
        return lower(public.unaccent('public.unaccent', $1));

      -- The viewer of this transaction; null where nothing was set (a custom setting falls back to '').
      create function viewer_uuid(setting text) returns uuid language sql stable parallel safe
        return nullif(current_setting(setting, true), '')::uuid;
      create function viewer_uuids(setting text) returns uuid[] language sql stable parallel safe
        return nullif(current_setting(setting, true), '')::uuid[];

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

      -- A region and all below it: for nearly every question one row, and PostgreSQL should plan for that. An array
      -- of unknown length made it walk all networks of the country in order of name.
      create function regions_below(uuid) returns setof uuid language sql stable parallel safe rows 1
        begin atomic
          select r.id from regions r left join regions above on above.id = r.parent_id
          where $1 in (r.id, above.id, above.parent_id);
        end;

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

      create table organisations (
        id uuid primary key,
        version integer not null default 1,
        kind text not null check (kind in ('SAMENWERKINGSVERBAND_PO', 'SAMENWERKINGSVERBAND_VO', 'GEMEENTE', 'SCHOOL',
          'JEUGDHULPAANBIEDER', 'ZORGAANBIEDER', 'WIJKTEAM', 'OUDERSTEUNPUNT', 'STICHTING', 'OVERIG')),
        code text,
        -- the name its owner uses; null when no source gives it, then label_derived says what it covers
        official_name text,
        label_derived text,
        name_status text not null check (name_status in ('OFFICIAL', 'INFERRED', 'DERIVED')),
        name text not null generated always as (coalesce(official_name, label_derived || ' (afgeleide aanduiding)')) stored,
        search_name text not null generated always as (fold(coalesce(official_name, label_derived))) stored,
        domains text[] not null check (domains <@ array['ONDERWIJS', 'ZORG', 'JEUGD']),
        region_id uuid references regions,
        parent_id uuid references organisations,
        place text,
        from_reference boolean not null default false,
        unique (kind, code),
        check ((name_status = 'DERIVED') = (official_name is null))
      );
      create index on organisations (region_id);
      create index on organisations (parent_id);
      create index on organisations (search_name, id);
      create index on organisations using gin (search_name gin_trgm_ops);
      alter table regions add foreign key (coordinating_organisation_id) references organisations;

      create table organisation_municipalities (
        organisation_id uuid not null references organisations on delete cascade,
        municipality_id uuid not null references municipalities,
        primary key (organisation_id, municipality_id)
      );
      create index on organisation_municipalities (municipality_id);

      create table themes (
        id uuid primary key,
        code text not null unique,
        label_nl text not null,
        label_en text not null,
        parent_id uuid references themes,
        retired_on date
      );

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
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop function regions_below;
      drop table school_stages, themes, organisation_municipalities, organisations, municipalities, regions cascade;
      drop function viewer_uuids, viewer_uuid, fold;
    `);
  }
}
