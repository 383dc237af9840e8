import type { QueryRunner } from 'typeorm';

/** Whoever leads a network, or may be reached by it, hears of what it plans, with a day for their calendar. */
export class ActivityMails1764574000700 {
  async up(db: QueryRunner): Promise<void> {
    // one more, whatever others were added meanwhile
    await db.query(`
      do $$
      declare
        one record;
        kinds text[];
      begin
        for one in select * from (values ('mails', 'kind', 'mails_kind_check'),
            ('calendar_events', 'what', 'calendar_events_what_check')) list (of_table, of_column, name) loop
          select array_agg(word[1]) into strict kinds from pg_constraint c
            cross join lateral regexp_matches(pg_get_constraintdef(c.oid), '''([A-Z_]+)''', 'g') word
            where c.conrelid = one.of_table::regclass and c.conname = one.name;
          execute format('alter table %I drop constraint %I, add constraint %I check (%I in (%s))', one.of_table, one.name,
            one.name, one.of_column, (select string_agg(quote_literal(kind), ', ') from unnest(kinds || '{ACTIVITY}') kind));
        end loop;
      end $$;
      create unique index mails_about_activity on mails (recipient_id, (params ->> 'activityId')) where kind = 'ACTIVITY';
    `);
  }
}
