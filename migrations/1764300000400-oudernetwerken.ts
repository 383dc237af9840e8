import type { QueryRunner } from 'typeorm';

/**
 * Networks and what hangs on them. Every child carries its network's region (composite foreign key), so that a policy
 * needs no join.
 */
export class Oudernetwerken1764300000400 {
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
        created_at timestamptz not null,
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
    `);
  }
}
