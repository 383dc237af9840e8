import type { Client } from 'pg';

/** A name search that compares every name: what the search is measured beside. */
const EVERY_NAME = `
  select show_limit();
  drop schema if exists every_name cascade;
  create schema every_name;
  grant usage on schema every_name to public;
  create function every_name.people_named(text, at_least real) returns table (person_id uuid, score real)
    language plpgsql stable security definer rows 50
    set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.45 as $$
  declare
    wanted text := fold($1);
    marks bit(128) := name_marks(wanted);
    most real := (1 - at_least) * cardinality(show_trgm(wanted));
    regions uuid[] := viewer_uuids('app.regions');
  begin
    if current_setting('app.reach', true) = 'national' then
      return query select d.person_id, word_similarity(wanted, d.search_name) from person_details d
        where wanted <% d.search_name;
      return;
    end if;
    return query select known.person_id, word_similarity(wanted, known.search_name) from (
        select d.person_id, d.search_name, d.name_marks from person_details d
          where regions <> '{}' and d.region_ids && regions
        union all
        select e.person_id, e.search_name, e.name_marks from names_known_elsewhere() e) known
      where case when bit_count(marks & ~known.name_marks) <= most
        then word_similarity(wanted, known.search_name) >= at_least else false end;
  end $$`;

/** Gives work a way to turn the statement of a search into one that compares every name. */
export async function withEveryName<Result>(
  owner: Client,
  work: (everyName: (statement: string) => string) => Promise<Result>,
): Promise<Result> {
  await owner.query(EVERY_NAME);
  try {
    return await work((statement) => statement.replaceAll(' people_named(', ' every_name.people_named('));
  } finally {
    await owner.query('drop schema every_name cascade');
  }
}
