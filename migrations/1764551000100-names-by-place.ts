import type { QueryRunner } from 'typeorm';

/** Names once more by the networks and bodies where they are known, so that whoever sees few of them reads those in a row. */
export class NamesByPlace1764551000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table names_by_place (
        person_id uuid not null references person_details on delete cascade,
        -- a network or a body
        place_id uuid not null,
        -- the network thinks of them as a successor, and knows them by nothing else
        as_candidate boolean not null,
        search_name text not null,
        name_marks bit(128) not null,
        primary key (person_id, place_id)
      );

      insert into names_by_place (person_id, place_id, as_candidate, search_name, name_marks)
      select person_id, place.id, as_candidate, search_name, name_marks from person_details
      cross join lateral (
        select unnest(oudernetwerk_ids || body_ids), false
        union all select id, true from unnest(candidate_for) id where id <> all (oudernetwerk_ids)
      ) place (id, as_candidate)
      order by place.id;

      -- with all that a search compares
      create index names_by_place_names on names_by_place (place_id)
        include (person_id, as_candidate, search_name, name_marks);

      -- whoever started from it starts from those names
      drop index person_details_known_where;
    `);
  }
}
