import type { QueryRunner } from 'typeorm';

/** Days on which somebody is left alone: no mail, no invitation, no question. */
export class ContactPauses1764575000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- why is not asked
      create table contact_pauses (
        person_id uuid primary key references people on delete cascade,
        period daterange not null check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
        account_id uuid references accounts,
        recorded_at timestamptz not null
      );

      -- of its person, so that matching need not look elsewhere
      alter table ervaringsdeskundigen add contact_paused daterange;
      drop index findable;
      create index findable on ervaringsdeskundigen (for_seats, findable_in, findable_until) include (id, traits,
        brings_others_experience, connects_with_professionals, paused, contact_paused, max_seats, seat_begins, seat_ends,
        asked_on, trained, trained_until);

      -- what a region tells somebody by hand, because mail does not: the mail that it would have been
      alter table person_tasks
        add mail_id uuid references mails on delete cascade,
        drop constraint person_tasks_kind_check,
        add constraint person_tasks_kind_check check (kind in ('DIED', 'STOPPED', 'DEATH_TAKEN_BACK', 'STOP_TAKEN_BACK',
          'NOTICE')),
        add constraint person_tasks_of_mail check ((kind = 'NOTICE') = (mail_id is not null));
      create unique index person_tasks_once_for_mail on person_tasks (mail_id) where mail_id is not null;
      drop index person_tasks_once;
      create unique index person_tasks_once on person_tasks (person_id, region_id, kind)
        where done_on is null and mail_id is null;
    `);
  }
}
