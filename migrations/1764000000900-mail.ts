import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCOUNT, allowSystem, IN_REGION, protect, SERVICE } from './row-level-rules.js';

const OWN = `account_id = ${ACCOUNT}`;
const NOBODY = { national: 'false', regional: 'false', personal: 'false' };

/**
 * Mail: who wants what and when, what was made and sent, and which reminder was given for which day. No address and no
 * name is kept here: a mail names its recipient, and who that is by then is looked up when it leaves.
 */
export class Mail1764000000900 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- where mail goes when it can go to nobody else
      alter table organisations add column email text check (email !~ '[[:space:][:cntrl:]]');

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
          'DEPARTURE', 'DIGEST')),
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
        check ((kind = 'DIGEST') = (week is not null)),
        unique (recipient_id, week)
      );
      create index mails_waiting on mails (due_at, id) where sent_at is null;
      create index on mails (oudernetwerk_id);

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

      -- A recipient as mail reaches it now: no row when it is not there, no address when it has none.
      create function mail_recipient(text, uuid) returns table (address text, locale text,
          reminders boolean, digest boolean, quiet_from integer, quiet_until integer)
        language sql stable rows 1 as $$
        select coalesce(a.email_norm, c.email_norm), coalesce(a.locale, 'nl'),
          coalesce(w.reminders, true) and coalesce(v.reminders, true), coalesce(w.digest, true),
          coalesce(w.quiet_from, 21), coalesce(w.quiet_until, 7)
        from accounts a left join person_contacts c on c.person_id = a.person_id
        left join mail_preferences w on w.account_id = a.id
        left join mail_preferences v on v.person_id = a.person_id
        where $1 = 'ACCOUNT' and a.id = $2
        union all
        select coalesce(c.email_norm, a.email_norm), coalesce(a.locale, case p.language when 'en' then 'en' else 'nl' end),
          coalesce(w.reminders, true) and coalesce(v.reminders, true), false,
          coalesce(w.quiet_from, 21), coalesce(w.quiet_until, 7)
        from people p left join person_contacts c on c.person_id = p.id
        left join lateral (select * from accounts where person_id = p.id order by created_at, id limit 1) a on true
        left join mail_preferences w on w.account_id = a.id
        left join mail_preferences v on v.person_id = p.id
        where $1 = 'PERSON' and p.id = $2
        union all
        select o.email, 'nl', coalesce(w.reminders, true), false, coalesce(w.quiet_from, 21), coalesce(w.quiet_until, 7)
        from organisations o left join mail_preferences w on w.organisation_id = o.id
        where $1 = 'ORGANISATION' and o.id = $2
      $$;
      revoke execute on function mail_recipient from public;
      grant execute on function mail_recipient to okn_system;
    `);
    await protect(db, [
      {
        table: 'mail_preferences',
        national: OWN,
        regional: OWN,
        personal: OWN,
        writes: { insert: OWN, update: OWN },
      },
      { table: 'mail_keys', ...NOBODY },
      { table: 'mails', ...NOBODY },
      { table: 'reminders', ...NOBODY },
    ]);
    await allowSystem(db, ['mail_preferences'], ['select', 'insert', 'update', 'delete']);
    await allowSystem(db, ['mail_keys'], ['select']);
    await allowSystem(db, ['mails', 'reminders'], ['select', 'insert', 'update']);
    // a coordinator corrects an organisation of the region; one of the reference data has only a mailbox to give
    await db.query(`
      create policy may_update on organisations for update to ${SERVICE} using (${IN_REGION});
      grant update (version, official_name, domains, place, email) on organisations to ${SERVICE};
    `);
    // where mail for an account goes is the account's own to say
    await db.query(`
      create policy may_update on accounts for update to ${SERVICE} using (id = ${ACCOUNT});
      grant update (email_norm) on accounts to ${SERVICE};
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      revoke update (email_norm) on accounts from ${SERVICE};
      drop policy may_update on accounts;
      revoke update (version, official_name, domains, place, email) on organisations from ${SERVICE};
      drop policy may_update on organisations;
      drop function mail_recipient;
      drop table reminders, mails, mail_keys, mail_preferences;
      alter table organisations drop column email;
    `);
  }
}
