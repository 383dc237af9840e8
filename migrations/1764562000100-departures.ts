import type { QueryRunner } from 'typeorm';

/** Somebody dies, or stops with everything: what ended with it is kept, so that a mistake is taken back whole. */
export class Departures1764562000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- follows the departures; seen by whoever sees the person
      alter table people add deceased_on date;
      create index on person_contacts (email_norm) where email_norm is not null;
      create index on accounts (email_norm) where email_norm is not null;

      create table departures (
        id uuid primary key,
        person_id uuid not null references people on delete cascade,
        kind text not null check (kind in ('DECEASED', 'STOPS_EVERYTHING')),
        last_day date not null,
        note text,
        account_id uuid references accounts,
        recorded_at timestamptz not null,
        taken_back_at timestamptz,
        -- of the transaction that records it or takes it back
        xact xid8 not null default pg_current_xact_id()
      );
      create index on departures (xact);
      create index on departures (person_id, recorded_at desc);
      create unique index departures_one_death on departures (person_id) where kind = 'DECEASED' and taken_back_at is null;

      -- rows as they were before a departure, and as it left them
      create table departure_ends (
        departure_id uuid not null references departures on delete cascade,
        place integer not null generated always as identity,
        kept_table text not null,
        row_id uuid not null,
        was jsonb not null,
        -- null: it is gone
        became jsonb,
        -- null while the departure stands; false: somebody has built on what it left
        restored boolean,
        primary key (departure_id, kept_table, row_id)
      );

      -- whoever is on record as deceased at the end of one role is so as a person
      insert into departures (id, person_id, kind, last_day, recorded_at)
        select gen_random_uuid(), r.person_id, 'DECEASED', min(upper(r.period) - 1), now()
        from (select person_id, period, end_reason from trekkerschappen
          union all select person_id, period, end_reason from seat_appointments) r
        where r.end_reason = 'DECEASED' and not upper_inf(r.period) group by r.person_id;
      update people p set deceased_on = d.last_day from departures d where d.person_id = p.id;
      update ervaringsdeskundigen e set findable_until = null, findable_agreements = false, findable_country = false,
        findable_partners = false from departures d where d.person_id = e.person_id;

      alter table seat_invitations
        drop constraint seat_invitations_withdrawn_because_check,
        add constraint seat_invitations_withdrawn_because_check check (withdrawn_because in ('BY_SECRETARY',
          'CONSENT_WITHDRAWN', 'SEAT_FILLED', 'SEAT_ABOLISHED', 'PERSON_WITHDREW', 'PERSON_DEPARTED'));
    `);
  }
}
