import type { QueryRunner } from 'typeorm';

/** "Jansen, Anna" before "Jansen de Vries, Zoë": a family name that ends comes before one that goes on. */
export class FamilyNamesFirst1764520000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- its indexes go with it
      alter table person_details drop column sort_name;
      -- Two spaces between the parts sort before whatever a name may go on with, and so each part counts by itself:
      -- family name, given name, and then the infix, of which one of two namesakes may have another.
      alter table person_details add sort_name text collate "C" not null generated always as (fold(
        regexp_replace(family_name, '\\s+', ' ', 'g') || '  ' || regexp_replace(given_name, '\\s+', ' ', 'g')
          || coalesce('  ' || infix, ''))) stored;
      create index on person_details (sort_name, person_id);
      -- names by the first region of their person: read without the rows themselves
      create index person_details_first_region on person_details ((region_ids[1]), sort_name, person_id)
        include (region_ids);
    `);
  }
}
