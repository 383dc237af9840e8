import type { QueryRunner } from 'typeorm';

/** What names are compared by, kept with them: a coordinator's people are compared in one go, namesakes found at once. */
export class NamesCompared1764440000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Which trigrams a name has, as bits: what one name has and another has not shows without comparing them.
      create function name_marks(text) returns bit(128) language sql immutable parallel safe
        return coalesce((
          select bit_or(set_bit(0::bit(128), abs(hashtext(trigram) % 128), 1)) from unnest(show_trgm($1)) trigram
        ), 0::bit(128));

      -- A given or family name in a region, as a number. Whoever is recorded twice there has one of the two twice.
      create function name_keys(regions uuid[], given_name text, family_name text) returns bigint[]
        language sql immutable parallel safe
        return array(select hashtextextended(region || fold(part), 0)
          from unnest($1) region cross join unnest(array[$2, $3]) part);

      alter table person_details
        add name_marks bit(128) not null generated always as
          (name_marks(fold(given_name || coalesce(' ' || infix, '') || ' ' || family_name))) stored,
        add name_keys bigint[] not null generated always as (name_keys(region_ids, given_name, family_name)) stored;
      create index on person_details using gin (name_keys);
      create index on person_details using gin (region_ids);
      drop index person_details_region_ids_search_name_idx;
    `);
  }
}
