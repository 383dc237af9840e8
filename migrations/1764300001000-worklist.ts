import type { QueryRunner } from 'typeorm';

/** Work, the reasons for it, and that it was put off: kept in the same way whatever it is about. */
export class Worklist1764300001000 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Exactly one of three says what work is about; a seat is one of its body, and follows that to another region.

      -- Why a network, a seat or an ervaringsdeskundige needs work.
      create table continuity_findings (
        oudernetwerk_id uuid references continuities on delete cascade,
        region_id uuid not null,
        code text not null,
        severity integer not null check (severity between 1 and 10),
        since date,
        due_on date,
        message_nl text not null,
        message_en text not null,
        -- [{ "type": GraphQL type, "id": uuid }]
        evidence jsonb not null,
        -- { "code", "nl", "en", "type", "id" }
        action jsonb not null,
        subject_id uuid not null,
        body_id uuid,
        ervaringsdeskundige_id uuid,
        primary key (subject_id, code),
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id) on update cascade,
        foreign key (subject_id, body_id, region_id) references advisory_seats (id, body_id, region_id)
          on update cascade on delete cascade,
        foreign key (ervaringsdeskundige_id, region_id) references ervaringsdeskundigen (id, region_id)
          on update cascade on delete cascade,
        check (num_nonnulls(oudernetwerk_id, body_id, ervaringsdeskundige_id) = 1),
        check (body_id is not null or subject_id = coalesce(oudernetwerk_id, ervaringsdeskundige_id))
      );
      create index on continuity_findings (oudernetwerk_id) where oudernetwerk_id is not null;
      create index on continuity_findings (body_id) where body_id is not null;
      create index on continuity_findings (ervaringsdeskundige_id) where ervaringsdeskundige_id is not null;

      -- What needs a person now. Urgency puts the worst severity first, and among equals what is due first.
      create table work_items (
        id uuid primary key,
        subject_type text not null,
        subject_id uuid not null unique,
        oudernetwerk_id uuid,
        region_id uuid not null,
        band text not null check (band in ('ATTENTION', 'AT_RISK', 'CRITICAL')),
        severity integer not null check (severity between 1 and 10),
        due_on date,
        urgency integer not null generated always as
          (severity * 100000 + coalesce(100000 - least(greatest(due_on - date '2000-01-01', 0), 99999), 0)) stored,
        body_id uuid,
        ervaringsdeskundige_id uuid,
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id)
          on update cascade on delete cascade,
        foreign key (subject_id, body_id, region_id) references advisory_seats (id, body_id, region_id)
          on update cascade on delete cascade,
        foreign key (ervaringsdeskundige_id, region_id) references ervaringsdeskundigen (id, region_id)
          on update cascade on delete cascade,
        check (num_nonnulls(oudernetwerk_id, body_id, ervaringsdeskundige_id) = 1),
        check (body_id is not null or subject_id = coalesce(oudernetwerk_id, ervaringsdeskundige_id))
      );
      create index on work_items (region_id, urgency desc, id desc);
      create index on work_items (urgency desc, id desc);
      create index on work_items (oudernetwerk_id);
      create index on work_items (body_id) where body_id is not null;
      create index on work_items (ervaringsdeskundige_id) where ervaringsdeskundige_id is not null;

      -- Put off until after a day, or until it gets worse than it was.
      create table work_item_snoozes (
        subject_id uuid primary key,
        subject_type text not null,
        oudernetwerk_id uuid,
        region_id uuid not null,
        until date not null,
        reason text not null,
        severity integer not null,
        account_id uuid not null references accounts,
        body_id uuid,
        ervaringsdeskundige_id uuid,
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id)
          on update cascade on delete cascade,
        foreign key (subject_id, body_id, region_id) references advisory_seats (id, body_id, region_id)
          on update cascade on delete cascade,
        foreign key (ervaringsdeskundige_id, region_id) references ervaringsdeskundigen (id, region_id)
          on update cascade on delete cascade,
        check (num_nonnulls(oudernetwerk_id, body_id, ervaringsdeskundige_id) = 1),
        check (body_id is not null or subject_id = coalesce(oudernetwerk_id, ervaringsdeskundige_id))
      );
      create index on work_item_snoozes (body_id) where body_id is not null;
      create index on work_item_snoozes (ervaringsdeskundige_id) where ervaringsdeskundige_id is not null;

      -- What a write made void is noted here, and whoever wrote renews it before they commit.
      create table stale_subjects (
        subject_type text not null check (subject_type in ('Oudernetwerk', 'AdvisorySeat', 'Ervaringsdeskundige')),
        subject_id uuid not null,
        xact xid8 not null default pg_current_xact_id()
      );
      create index on stale_subjects (xact);

      -- Seats and ervaringsdeskundigen that were judged: of which day, and on which they would be judged otherwise.
      create table watched_subjects (
        subject_id uuid primary key,
        subject_type text not null check (subject_type in ('AdvisorySeat', 'Ervaringsdeskundige')),
        rule_version integer not null,
        assessed_on date not null,
        -- null: never
        changes_on date
      );
    `);
  }
}
