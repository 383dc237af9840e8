import type { QueryRunner } from 'typeorm';

/** Names by how their words may be spelt, so that a name that is spelt nearly right is found without comparing it. */
export class NamesSpeltNearly1764540000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The words that a name is looked for by. An infix is none of them: too many have it.
      create function name_words(text) returns text[] language sql immutable strict parallel safe
        return array(
          select distinct left(word, 40) from unnest(string_to_array(translate(fold($1), '-''’.,', '     '), ' ')) word
          where length(word) > 1 and word <> all (array['aan', 'al', 'da', 'de', 'den', 'der', 'dos', 'el', 'het', 'in',
            'op', 'te', 'ten', 'ter', 'uit', 'van', 'von']));

      -- What words are found by, as numbers, in each of some places. Two words have a spelling in common if they are the
      -- same, or become so when each of them loses at most one letter: one that was left out, doubled, replaced or swapped
      -- with the next. On record a word is found by its beginnings as well; what is looked for is a beginning itself.
      create function name_spellings(places uuid[], words text[], on_record boolean) returns bigint[]
        language plpgsql immutable parallel safe as $$
      declare
        place uuid;
        word text;
        seed bigint;
        spellings bigint[] := '{}';
      begin
        foreach place in array places loop
          seed := hashtextextended(place::text, 0);
          foreach word in array words loop
            for letter in 1 .. length(word) + 1 loop
              spellings := spellings || hashtextextended(left(word, letter - 1) || substr(word, letter + 1), seed);
            end loop;
            for letters in case when on_record then 2 else length(word) end .. length(word) loop
              spellings := spellings || hashtextextended(left(word, letters) || '*', seed);
            end loop;
          end loop;
        end loop;
        return spellings;
      end $$;

      -- A name has its spellings in each of its regions, and once more in the country, which has the zero id.
      create function country_of_names() returns uuid language sql immutable parallel safe
        return '00000000-0000-0000-0000-000000000000'::uuid;

      create function spellings_of_name(region_ids uuid[], name text) returns bigint[]
        language sql immutable parallel safe
        return name_spellings($1 || country_of_names(), name_words($2), true);

      -- what waits to be put into an index would be read by every search
      create index person_details_spellings on person_details
        using gin (spellings_of_name(region_ids, search_name)) with (fastupdate = off);

      -- as of people: whoever sees few names starts from those
      create index person_details_known_where on person_details using gin (oudernetwerk_ids, candidate_for, body_ids);
    `);
  }
}
