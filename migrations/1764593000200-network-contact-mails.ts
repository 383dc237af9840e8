import type { QueryRunner } from 'typeorm';

/** Members are asked whether their network may reach them, and told what somebody else recorded of that. */
export class NetworkContactMails1764593000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- one more, whatever others were added meanwhile
      do $$
      declare kinds text[];
      begin
        select array_agg(word[1]) into strict kinds from pg_constraint c
          cross join lateral regexp_matches(pg_get_constraintdef(c.oid), '''([A-Z_]+)''', 'g') word
          where c.conrelid = 'mails'::regclass and c.conname = 'mails_kind_check';
        execute format('alter table mails drop constraint mails_kind_check, add constraint mails_kind_check check (kind in (%s))',
          (select string_agg(quote_literal(kind), ', ') from unnest(kinds || '{NETWORK_CONTACT}') kind));
      end $$;
    `);
  }
}
