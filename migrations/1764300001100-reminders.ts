import type { QueryRunner } from 'typeorm';

/**
 * Mail: who wants what and when, what was made and sent, and which reminder was given for which day. No address and no
 * name is kept here: a mail names its recipient, and who that is by then is looked up when it leaves.
 */
export class Reminders1764300001100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- one row an account; a person without one, or an organisation, has a row only when it said no
      create table mail_preferences (
        id uuid primary key,
        account_id uuid unique references accounts on delete cascade,
        person_id uuid unique references people on delete cascade,
        organisation_id uuid unique references organisations on delete cascade,
        reminders boolean not null default true,
        digest boolean not null default true,
        -- hours in Europe/Amsterdam between which no mail goes out; the same twice: none are quiet
        quiet_from integer not null default 21 check (quiet_from between 0 and 23),
        quiet_until integer not null default 7 check (quiet_until between 0 and 23),
        check (num_nonnulls(account_id, person_id, organisation_id) = 1)
      );

      -- what the links to unsubscribe are signed with
      create table mail_keys (id integer primary key check (id = 1), secret text not null);
      insert into mail_keys values (1, replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));

      create table mails (
        id uuid primary key,
        kind text not null check (kind in ('EXPECTED_END', 'SUPPORT_ENDING', 'HANDOVER_OVERDUE', 'TIE_UNCONFIRMED',
          'DEPARTURE', 'DIGEST', 'INVITATION', 'INVITATION_ANSWERED', 'INVITATION_CLOSED')),
        recipient_type text not null check (recipient_type in ('ACCOUNT', 'PERSON', 'ORGANISATION')),
        recipient_id uuid not null,
        oudernetwerk_id uuid references oudernetwerken on delete cascade,
        -- ids and days that its text is made of
        params jsonb not null,
        -- the Monday of the week that a digest is for
        week date,
        made_at timestamptz not null,
        due_at timestamptz not null,
        sent_at timestamptz,
        message_id text,
        attempts integer not null default 0,
        -- a code, never an address
        last_error text,
        invitation_id uuid references seat_invitations on delete cascade,
        constraint mails_of_invitation
          check ((kind in ('INVITATION', 'INVITATION_ANSWERED', 'INVITATION_CLOSED')) = (invitation_id is not null)),
        check ((kind = 'DIGEST') = (week is not null)),
        unique (recipient_id, week)
      );
      create index mails_waiting on mails (due_at, id) where sent_at is null;
      create index on mails (oudernetwerk_id);
      create index on mails (invitation_id) where invitation_id is not null;

      create table reminders (
        id uuid primary key,
        kind text not null,
        subject_type text not null,
        subject_id uuid not null,
        oudernetwerk_id uuid not null,
        region_id uuid not null,
        due_on date not null,
        -- months before the due day; 0: on it or after it
        step integer not null check (step between 0 and 12),
        -- whom it fell to; null: there was nobody to tell
        told text check (told in ('SELF', 'SUPPORTER', 'COORDINATOR', 'ORGANISATION')),
        mail_id uuid references mails on delete set null,
        made_at timestamptz not null,
        foreign key (oudernetwerk_id, region_id) references oudernetwerken (id, region_id)
          on update cascade on delete cascade,
        unique (subject_id, kind, due_on, step)
      );
      create index on reminders (oudernetwerk_id);
      create index on reminders (mail_id);
    `);
  }
}
