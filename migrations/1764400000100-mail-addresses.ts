import type { QueryRunner } from 'typeorm';

/** Mail addresses that count once their reader followed a link, and those that a mail server refused. */
export class MailAddresses1764400000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table mail_address_changes (
        id uuid primary key,
        account_id uuid references accounts on delete cascade,
        person_id uuid references people on delete cascade,
        organisation_id uuid references organisations on delete cascade,
        -- where mail went when it was asked, for the news of it
        old_address text not null,
        -- null: nowhere, from then on
        new_address text,
        asked_by uuid not null references accounts on delete cascade,
        asked_at timestamptz not null,
        -- last day on which the link works
        expires_on date not null,
        -- null: it waits, as long as it has not expired
        outcome text check (outcome in ('CONFIRMED', 'REPLACED', 'REMOVED')),
        check (num_nonnulls(account_id, person_id, organisation_id) = 1),
        check ((new_address is null) = (outcome is not distinct from 'REMOVED'))
      );
      create unique index mail_address_changes_of_account on mail_address_changes (account_id) where outcome is null;
      create unique index mail_address_changes_of_person on mail_address_changes (person_id) where outcome is null;
      create unique index mail_address_changes_of_organisation on mail_address_changes (organisation_id)
        where outcome is null;
      create index on mail_address_changes (account_id);
      create index on mail_address_changes (person_id);
      create index on mail_address_changes (organisation_id);
      create index on mail_address_changes (asked_by);
      create index on mail_address_changes (asked_at);

      -- known by their hash alone: whose an address was is nobody's business here
      create table undeliverable_addresses (
        address_hash bytea primary key,
        -- what the mail server answered: a code, never its words
        code text not null,
        refused_at timestamptz not null
      );

      alter table mails add address_change_id uuid references mail_address_changes on delete cascade;
      alter table mails drop constraint mails_kind_check;
      alter table mails add constraint mails_kind_check check (kind in ('EXPECTED_END', 'SUPPORT_ENDING',
        'HANDOVER_OVERDUE', 'TIE_UNCONFIRMED', 'DEPARTURE', 'DIGEST', 'INVITATION', 'INVITATION_ANSWERED',
        'INVITATION_CLOSED', 'ADDRESS_PROOF', 'ADDRESS_NEWS'));
      alter table mails add constraint mails_of_address_change
        check ((kind in ('ADDRESS_PROOF', 'ADDRESS_NEWS')) = (address_change_id is not null));
      create index on mails (address_change_id) where address_change_id is not null;
    `);
  }
}
