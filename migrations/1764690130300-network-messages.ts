import type { QueryRunner } from 'typeorm';

/** What somebody writes to the members of a network, and who wants none of it. */
export class NetworkMessages1764690130300 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table network_messages (
        id uuid primary key,
        oudernetwerk_id uuid not null references oudernetwerken on delete cascade,
        region_id uuid not null references regions,
        account_id uuid not null references accounts,
        activity_id uuid references activities on delete set null,
        written_as text not null check (written_as in ('TREKKER', 'SUPPORTER', 'COORDINATOR')),
        subject text not null,
        text text not null,
        written_at timestamptz not null,
        sent_to integer not null,
        not_sent_to integer not null,
        bounced integer not null default 0
      );
      create index on network_messages (oudernetwerk_id, written_at desc, id);
      create index on network_messages (account_id, written_at);
      create table network_message_optouts (
        person_id uuid not null references people on delete cascade,
        oudernetwerk_id uuid not null references oudernetwerken on delete cascade,
        recorded_at timestamptz not null,
        primary key (person_id, oudernetwerk_id)
      );
      create index on network_message_optouts (oudernetwerk_id);
      do $$
      declare
        kinds text[];
      begin
        -- one more, whatever others were added meanwhile
        select array_agg(word[1]) into strict kinds from pg_constraint c
          cross join lateral regexp_matches(pg_get_constraintdef(c.oid), '''([A-Z_]+)''', 'g') word
          where c.conrelid = 'mails'::regclass and c.conname = 'mails_kind_check';
        execute format('alter table mails drop constraint mails_kind_check, add constraint mails_kind_check check (kind in (%s))',
          (select string_agg(quote_literal(kind), ', ' order by kind) from unnest(kinds || '{NETWORK_MESSAGE}') kind));
      end $$;
      create index mails_of_message on mails ((params ->> 'messageId')) where kind = 'NETWORK_MESSAGE';
    `);
  }
}
