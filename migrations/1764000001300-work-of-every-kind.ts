import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  allowSystem,
  BODIES,
  IN_REGION,
  NETWORK_REACH,
  protect,
  SIGNED_IN,
  SUPPORTED,
} from './row-level-rules.js';

const NOBODYS = { national: 'false', regional: 'false', personal: 'false' };
const ALL = ['select', 'insert', 'update', 'delete'] as const;

/** Work, the reasons for it, and that it was put off: kept in the same way whatever it is about. */
const OF_WORK = ['continuity_findings', 'work_items', 'work_item_snoozes'] as const;

/** A profile is no concern of the national office: whose training expires is for the coordinator of their region. */
const NATIONAL = `${SIGNED_IN} and (ervaringsdeskundige_id is null or ${IN_REGION})`;
const PERSONAL = `${NETWORK_REACH} or body_id = any (${BODIES})`;
const MAY_PUT_OFF = `${IN_REGION} or ${SUPPORTED} or body_id = any (${BODIES})`;

/**
 * Called with the names of columns that say of whom the row is. Whoever changes what is known of a person and whoever
 * gives that person a part in a network take turns: else each would judge the network without what the other one wrote.
 */
const markStale = (into: string) => `
  create or replace function mark_stale() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    was jsonb := to_jsonb(old);
    is_now jsonb := to_jsonb(new);
    kind text;
  begin
    foreach kind in array tg_argv loop
      if kind in ('person_id', 'contact_person_id') then
        perform from people where id in ((was ->> kind)::uuid, (is_now ->> kind)::uuid)
          order by id for no key update;
      end if;
      insert into ${into}
      from (select (was ->> kind)::uuid union select (is_now ->> kind)::uuid) changed (id)
      cross join lateral (
        select changed.id where kind in ('oudernetwerk_id', 'id') and changed.id is not null
        union all select networks_of_person(changed.id) where kind = 'person_id'
        union all select o.id from oudernetwerken o
          where kind = 'region_id' and o.region_id in (select regions_below(changed.id))
      ) n
      where exists (select from oudernetwerken o where o.id = n.id);
    end loop;
    return null;
  end $$;`;

/**
 * The worklist is about networks, seats and ervaringsdeskundigen. Where a write made void what is kept of one of them,
 * that is noted in one place, and whoever wrote renews it before they commit.
 */
export class WorkOfEveryKind1764000001300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table stale_subjects (
        subject_type text not null check (subject_type in ('Oudernetwerk', 'AdvisorySeat', 'Ervaringsdeskundige')),
        subject_id uuid not null,
        xact xid8 not null default pg_current_xact_id()
      );
      create index on stale_subjects (xact);
      insert into stale_subjects select 'Oudernetwerk', oudernetwerk_id, xact from stale_networks;

      ${markStale(`stale_subjects (subject_type, subject_id) select distinct 'Oudernetwerk', n.id`)}
      drop table stale_networks;
    `);
    await this.generalise(db);
    await db.query(`
      -- Seats and ervaringsdeskundigen that were judged: of which day, and on which they would be judged otherwise.
      create table watched_subjects (
        subject_id uuid primary key,
        subject_type text not null check (subject_type in ('AdvisorySeat', 'Ervaringsdeskundige')),
        rule_version integer not null,
        assessed_on date not null,
        -- null: never
        changes_on date
      );

      -- Called with a type, and the column that says which one it is about.
      create function mark_subject_stale() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        insert into stale_subjects (subject_type, subject_id)
        values (tg_argv[0], (coalesce(to_jsonb(new), to_jsonb(old)) ->> tg_argv[1])::uuid);
        return null;
      end $$;
      create trigger mark_subject_stale after insert or delete or update of opened_on, abolished_on, region_id
        on advisory_seats for each row execute function mark_subject_stale('AdvisorySeat', 'id');
      create trigger mark_subject_stale after insert or delete or update of period, latest_end
        on seat_appointments for each row execute function mark_subject_stale('AdvisorySeat', 'seat_id');
      create trigger mark_subject_stale after insert or delete or update of findable_until, paused, region_id
        on ervaringsdeskundigen for each row execute function mark_subject_stale('Ervaringsdeskundige', 'id');
      create trigger mark_subject_stale after insert or delete or update of title, valid_until
        on trainings for each row execute function mark_subject_stale('Ervaringsdeskundige', 'ervaringsdeskundige_id');

      create function mark_seats_stale() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        insert into stale_subjects (subject_type, subject_id)
          select 'AdvisorySeat', s.id from advisory_seats s where s.body_id = new.id;
        return null;
      end $$;
      create trigger mark_seats_stale after update of ended_on, ends_soon_months, vacancy_days on advisory_bodies
        for each row when ((new.ended_on, new.ends_soon_months, new.vacancy_days)
          is distinct from (old.ended_on, old.ends_soon_months, old.vacancy_days)) execute function mark_seats_stale();
      -- Who changes the rules of a body and who adds a seat to it take turns: else the seat would be judged by the old ones.
      create function advisory_seats_wait() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform from advisory_bodies where id = new.body_id for share;
        return new;
      end $$;
      create trigger wait before insert on advisory_seats for each row execute function advisory_seats_wait();
    `);
    await protect(db, [
      { table: 'stale_subjects', ...NOBODYS },
      { table: 'watched_subjects', ...NOBODYS },
    ]);
    await allowSystem(db, ['stale_subjects', 'watched_subjects'], ALL);
    await db.query(
      'revoke execute on function mark_subject_stale, mark_seats_stale, advisory_seats_wait from public',
    );
  }

  /** Exactly one of three says what it is about; a seat is one of its body, and follows that to another region. */
  private async generalise(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table continuity_findings drop constraint continuity_findings_pkey, add column subject_id uuid;
      update continuity_findings set subject_id = oudernetwerk_id;
      alter table continuity_findings add primary key (subject_id, code);
      create index on continuity_findings (oudernetwerk_id) where oudernetwerk_id is not null;
      alter table ervaringsdeskundigen add unique (id, region_id);
    `);
    for (const table of OF_WORK) {
      await db.query(`
        alter table ${table}
          alter column oudernetwerk_id drop not null,
          add column body_id uuid,
          add column ervaringsdeskundige_id uuid,
          add check (num_nonnulls(oudernetwerk_id, body_id, ervaringsdeskundige_id) = 1),
          add check (body_id is not null or subject_id = coalesce(oudernetwerk_id, ervaringsdeskundige_id)),
          add foreign key (subject_id, body_id, region_id) references advisory_seats (id, body_id, region_id)
            on update cascade on delete cascade,
          add foreign key (ervaringsdeskundige_id, region_id) references ervaringsdeskundigen (id, region_id)
            on update cascade on delete cascade;
        create index on ${table} (body_id) where body_id is not null;
        create index on ${table} (ervaringsdeskundige_id) where ervaringsdeskundige_id is not null;
        alter policy national on ${table} using (${NATIONAL});
        alter policy personal on ${table} using (${PERSONAL});
      `);
    }
    await db.query(`
      alter policy may_insert on work_item_snoozes with check (${MAY_PUT_OFF});
      alter policy may_update on work_item_snoozes using (${MAY_PUT_OFF});
      alter policy may_delete on work_item_snoozes using (${MAY_PUT_OFF});
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of OF_WORK) {
      await db.query(`
        delete from ${table} where oudernetwerk_id is null;
        alter policy national on ${table} using (${SIGNED_IN});
        alter policy personal on ${table} using (${NETWORK_REACH});
      `);
    }
    const before = `${IN_REGION} or ${SUPPORTED}`;
    await db.query(`
      alter policy may_insert on work_item_snoozes with check (${before});
      alter policy may_update on work_item_snoozes using (${before});
      alter policy may_delete on work_item_snoozes using (${before});
    `);
    for (const table of OF_WORK) {
      await db.query(
        `alter table ${table} drop column body_id, drop column ervaringsdeskundige_id, alter oudernetwerk_id set not null`,
      );
    }
    await db.query(`
      alter table continuity_findings drop column subject_id, add primary key (oudernetwerk_id, code);
      alter table ervaringsdeskundigen drop constraint ervaringsdeskundigen_id_region_id_key;
      drop trigger wait on advisory_seats;
      drop function mark_subject_stale, mark_seats_stale, advisory_seats_wait cascade;
      create table stale_networks (
        oudernetwerk_id uuid not null references oudernetwerken on delete cascade,
        xact xid8 not null default pg_current_xact_id()
      );
      create index on stale_networks (xact);
      ${markStale('stale_networks (oudernetwerk_id) select distinct n.id')}
      insert into stale_networks select subject_id, xact from stale_subjects where subject_type = 'Oudernetwerk';
      drop table stale_subjects, watched_subjects;
    `);
    await protect(db, [{ table: 'stale_networks', ...NOBODYS }]);
    await allowSystem(db, ['stale_networks'], ALL);
  }
}
