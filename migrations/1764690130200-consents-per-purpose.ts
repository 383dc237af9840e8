import type { QueryRunner } from 'typeorm';

/** One ledger for all that a parent can say yes or no to. Nobody on record has said yes to what is new. */
export class ConsentsPerPurpose1764690130200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table consents
        drop constraint consents_purpose_check,
        add constraint consents_purpose_check check (purpose in (
          'FINDABLE', 'CONTACT_BY_NETWORK', 'SCHOOL_AND_THEMES', 'CONTACT_BY_APP', 'PHOTO', 'NEWSLETTER'));
      do $$
      declare
        kinds text[];
      begin
        -- one more, whatever others were added meanwhile
        select array_agg(word[1]) into strict kinds from pg_constraint c
          cross join lateral regexp_matches(pg_get_constraintdef(c.oid), '''([A-Z_]+)''', 'g') word
          where c.conrelid = 'mails'::regclass and c.conname = 'mails_kind_check';
        execute format('alter table mails drop constraint mails_kind_check, add constraint mails_kind_check check (kind in (%s))',
          (select string_agg(quote_literal(kind), ', ' order by kind) from unnest(kinds || '{CONSENT_SAID}') kind));
      end $$;
    `);
  }
}
