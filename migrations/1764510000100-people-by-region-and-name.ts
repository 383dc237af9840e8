import type { QueryRunner } from 'typeorm';

/** Where a list of people by name ends, and who is known in several regions. */
export class PeopleByRegionAndName1764510000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- whose name was erased, or who never had one: last in a list by name
      alter table people add nameless boolean not null default false;
      update people p set nameless = true where not exists (select from person_details d where d.person_id = p.id);
      create index people_nameless on people (id) where nameless;

      create index person_details_many_regions on person_details using gin (region_ids)
        where cardinality(region_ids) > 1;
    `);
  }
}
