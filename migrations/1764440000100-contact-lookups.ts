import type { QueryRunner } from 'typeorm';

/** Whoever looks at contact details is logged: once a day, so that the log grows with people and not with pages. */
export class ContactLookups1764440000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table person_access_log
        drop constraint person_access_log_what_check,
        drop constraint person_access_log_why_check,
        add check (what in ('NAME_AND_CONTACT', 'NAME_EXPORTED', 'CONTACT')),
        add check (why in ('INVITATION_ACCEPTED', 'RETIREMENT_SCHEDULE', 'APPOINTED', 'LOOKED_UP')),
        add check ((what = 'CONTACT') = (why = 'LOOKED_UP')),
        add check (why <> 'LOOKED_UP' or account_id is not null);
      create unique index person_access_log_looked_up on person_access_log
        (person_id, account_id, ((happened_at at time zone 'Europe/Amsterdam')::date)) where why = 'LOOKED_UP';
    `);
  }
}
