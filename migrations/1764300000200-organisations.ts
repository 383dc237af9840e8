import type { QueryRunner } from 'typeorm';

/** Organisations, and the municipalities that each works for. */
export class Organisations1764300000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
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
        -- where mail goes when it can go to nobody else
        email text check (email !~ '[[:space:][:cntrl:]]'),
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
    `);
  }
}
