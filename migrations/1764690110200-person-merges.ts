import type { QueryRunner } from 'typeorm';

/** Two records become one, and two again where that was a mistake. */
export class PersonMerges1764690110200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table people add merged_into uuid references people,
        add constraint people_merged_into_another check (merged_into <> id);
      create index on people (merged_into) where merged_into is not null;
      create table person_merges (
        id uuid primary key,
        survivor_id uuid not null references people on delete cascade,
        other_id uuid not null references people on delete cascade,
        region_id uuid not null references regions,
        account_id uuid references accounts,
        reason text not null,
        choices jsonb not null,
        recorded_at timestamptz not null,
        xact xid8 not null default pg_current_xact_id(),
        own jsonb not null default '{}',
        was jsonb not null default '{}',
        became jsonb not null default '{}',
        undone_at timestamptz,
        undone_because text,
        new_since jsonb not null default '[]',
        not_restored jsonb not null default '[]',
        check (survivor_id <> other_id),
        check ((undone_at is null) = (undone_because is null))
      );
      create index on person_merges (survivor_id);
      create unique index person_merges_once on person_merges (other_id) where undone_at is null;
      create index on person_merges (xact);
    `);
    // a profile goes over with the invitations and seats that name it
    await db.query(`
      alter table seat_invitations drop constraint seat_invitations_ervaringsdeskundige_id_person_id_fkey,
        add constraint seat_invitations_ervaringsdeskundige_id_person_id_fkey
          foreign key (ervaringsdeskundige_id, person_id) references ervaringsdeskundigen (id, person_id) on update cascade;
      alter table seat_appointments drop constraint seat_appointments_known_as_person_id_fkey,
        add constraint seat_appointments_known_as_person_id_fkey
          foreign key (known_as, person_id) references ervaringsdeskundigen (id, person_id) on update cascade;
    `);
  }
}
