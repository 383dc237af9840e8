import type { QueryRunner } from 'typeorm';

/** Lists that were asked for as a file: for the link to it, until that no longer works. */
export class ListsTakenAlong1764680030100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table list_exports (
        id uuid primary key,
        account_id uuid not null references accounts on delete cascade,
        kind text not null,
        purpose text not null,
        format text not null,
        filter jsonb not null,
        asked_at timestamptz not null
      );
      create index on list_exports (account_id);
      create index on list_exports (asked_at);
    `);
    await db.query(`
      alter table person_access_log
        add list_purpose text,
        drop constraint person_access_log_what_check,
        add constraint person_access_log_what_check
          check (what in ('CONTACT', 'NAME_AND_CONTACT', 'NAME_EXPORTED', 'PROFILE_EXPORTED')),
        drop constraint person_access_log_why_check,
        add constraint person_access_log_why_check
          check (why in ('APPOINTED', 'INVITATION_ACCEPTED', 'LIST', 'LOOKED_UP', 'RETIREMENT_SCHEDULE')),
        add constraint person_access_log_of_a_list check ((why = 'LIST') = (list_purpose is not null))`);
  }
}
