import type { QueryRunner } from 'typeorm';

/** Succession: plans, candidates, handover, and the checklist that a region starts it from. */
export class Succession1764300000600 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table succession_plans (
        id uuid primary key,
        version integer not null default 1,
        oudernetwerk_id uuid not null,
        region_id uuid not null,
        -- null: for a network that has no trekker
        trekkerschap_id uuid references trekkerschappen on delete set null,
        status text not null check (status in
          ('SEEKING', 'CANDIDATE_AGREED', 'SHADOWING', 'HANDING_OVER', 'COMPLETED', 'STOPPED')),
        opened_on date not null,
        opened_because text not null check (opened_because in ('BY_HAND', 'LEAD_TIME', 'DEPARTURE')),
        -- the end that its target follows when it moves; null where somebody chose the day
        opened_for date,
        target_on date,
        closed_on date,
        stop_reason text,
        -- why it was completed with mandatory items open
        motivation text,
        successor_id uuid references trekkerschappen on delete set null,
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id) on update cascade,
        check ((status in ('COMPLETED', 'STOPPED')) = (closed_on is not null)),
        check ((status = 'STOPPED') = (stop_reason is not null))
      );
      create index on succession_plans (oudernetwerk_id, opened_on desc, id desc);
      create index on succession_plans (trekkerschap_id);
      create unique index succession_plans_one_open_of_trekkerschap on succession_plans (trekkerschap_id)
        where closed_on is null;
      -- a plan of the service is without a trekkerschap only while that is being taken away
      create unique index succession_plans_one_open_of_network on succession_plans (oudernetwerk_id)
        where closed_on is null and trekkerschap_id is null and opened_because = 'BY_HAND';

      create table successor_candidates (
        id uuid primary key,
        version integer not null default 1,
        plan_id uuid not null references succession_plans on delete cascade,
        oudernetwerk_id uuid not null,
        region_id uuid not null,
        person_id uuid not null references people,
        rank integer not null check (rank between 1 and 1000),
        readiness text not null check (readiness in ('NOW', 'SIX_MONTHS', 'TWELVE_MONTHS')),
        stage text not null check (stage in ('IDENTIFIED', 'APPROACHED', 'EXPLORING', 'AGREED', 'SHADOWING', 'READY',
          'APPOINTED', 'DECLINED', 'WITHDRAWN')),
        next_step_on date,
        decline_reason text,
        -- the day on which they declined or withdrew
        ended_on date,
        -- why a person was asked again within the cooldown
        motivation text,
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id) on update cascade,
        check ((stage in ('DECLINED', 'WITHDRAWN')) = (ended_on is not null)),
        check ((ended_on is null) = (decline_reason is null))
      );
      create index on successor_candidates (plan_id, rank, id);
      create index on successor_candidates (person_id);
      create index on successor_candidates (oudernetwerk_id);
      create unique index successor_candidates_once on successor_candidates (plan_id, person_id) where ended_on is null;

      create table handover_items (
        id uuid primary key,
        version integer not null default 1,
        plan_id uuid not null references succession_plans on delete cascade,
        oudernetwerk_id uuid not null,
        region_id uuid not null,
        position integer not null,
        key text not null check (key ~ '^[A-Z][A-Z0-9_]{0,39}$'),
        label_nl text not null,
        label_en text not null,
        mandatory boolean not null,
        owner_person_id uuid references people,
        -- kept this many days before the day the plan aims at, until somebody sets a date by hand
        days_before integer,
        due_on date,
        done_on date,
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id) on update cascade,
        unique (plan_id, key)
      );
      create index on handover_items (oudernetwerk_id);
      create index on handover_items (owner_person_id);

      -- of a region; where neither it nor one above it has any, the checklist in the code holds
      create table handover_template_items (
        region_id uuid not null references regions,
        position integer not null,
        key text not null check (key ~ '^[A-Z][A-Z0-9_]{0,39}$'),
        label_nl text not null,
        label_en text not null,
        mandatory boolean not null,
        days_before integer not null check (days_before between 0 and 730),
        primary key (region_id, key)
      );
    `);
  }
}
