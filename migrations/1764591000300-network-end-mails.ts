import type { QueryRunner } from 'typeorm';

/** Whoever carries a network hears that it is planned to end. */
export class NetworkEndMails1764591000300 {
  async up(db: QueryRunner): Promise<void> {
    // one more, whatever others were added meanwhile
    await db.query(`
      do $$
      declare
        kinds text[];
      begin
        select array_agg(word[1]) into strict kinds from pg_constraint c
          cross join lateral regexp_matches(pg_get_constraintdef(c.oid), '''([A-Z_]+)''', 'g') word
          where c.conrelid = 'mails'::regclass and c.conname = 'mails_kind_check';
        execute format('alter table mails drop constraint mails_kind_check, add constraint mails_kind_check check (kind in (%s))',
          (select string_agg(quote_literal(kind), ', ') from unnest(kinds || '{NETWORK_END}') kind));
      end $$;
    `);
  }
}
