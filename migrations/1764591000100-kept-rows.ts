import type { QueryRunner } from 'typeorm';

/** What something closed or removed is kept, to be there again when that was a mistake. */
export class KeptRows1764591000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table kept_rows (
        cause_id uuid not null,
        place integer not null generated always as identity,
        kept_table text not null,
        row_id uuid not null,
        was jsonb not null,
        -- null: it is gone
        became jsonb,
        primary key (cause_id, kept_table, row_id)
      );
      create index on kept_rows (row_id);

      -- one more, whatever others were added meanwhile
      do $$
      declare
        kinds text[];
      begin
        select array_agg(word[1]) into strict kinds from pg_constraint c
          cross join lateral regexp_matches(pg_get_constraintdef(c.oid), '''([A-Z_]+)''', 'g') word
          where c.conrelid = 'mails'::regclass and c.conname = 'mails_kind_check';
        execute format('alter table mails drop constraint mails_kind_check, add constraint mails_kind_check check (kind in (%s))',
          (select string_agg(quote_literal(kind), ', ') from unnest(kinds || '{INVITATION_REOPENED}') kind));
      end $$;
      alter table mails
        drop constraint mails_of_invitation,
        add constraint mails_of_invitation check ((kind in ('INVITATION', 'INVITATION_ANSWERED', 'INVITATION_CLOSED',
          'INVITATION_REOPENED')) = (invitation_id is not null));
    `);
  }
}
