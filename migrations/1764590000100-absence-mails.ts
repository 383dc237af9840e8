import type { QueryRunner } from 'typeorm';

/** Whoever can record it is asked whether somebody is back; and whoever acts meanwhile is told. */
export class AbsenceMails1764590000100 {
  async up(db: QueryRunner): Promise<void> {
    // two more, whatever others were added meanwhile
    await db.query(`
      do $$
      declare
        kinds text[];
      begin
        select array_agg(word[1]) into strict kinds from pg_constraint c
          cross join lateral regexp_matches(pg_get_constraintdef(c.oid), '''([A-Z_]+)''', 'g') word
          where c.conrelid = 'mails'::regclass and c.conname = 'mails_kind_check';
        execute format('alter table mails drop constraint mails_kind_check, add constraint mails_kind_check check (kind in (%s))',
          (select string_agg(quote_literal(kind), ', ') from unnest(kinds || '{ABSENCE_OVERDUE,SUBSTITUTE}') kind));
      end $$;
      create index mails_about_absence on mails ((params ->> 'absenceId')) where kind = 'SUBSTITUTE';
    `);
  }
}
