import type { QueryRunner } from 'typeorm';

/**
 * Who answers for personal data (verwerkingsverantwoordelijke): a region may have its own, and so may a person, network or body
 * as long as it is that region's (`responsible_in`). Regions that keep something together say who answers for what.
 */
export class ResponsibleOrganisations1764680010100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table regions add responsible_organisation_id uuid references organisations');
    await db.query(`
      alter table people
        add responsible_organisation_id uuid references organisations,
        add responsible_in uuid references regions,
        add constraint people_responsible_check
          check ((responsible_organisation_id is null) = (responsible_in is null));
      alter table oudernetwerken
        add responsible_organisation_id uuid references organisations,
        add responsible_in uuid references regions,
        add constraint oudernetwerken_responsible_check
          check ((responsible_organisation_id is null) = (responsible_in is null));
      alter table advisory_bodies
        add responsible_organisation_id uuid references organisations,
        add responsible_in uuid references regions,
        add constraint advisory_bodies_responsible_check
          check ((responsible_organisation_id is null) = (responsible_in is null))`);
    await db.query(`
      alter table region_agreements add responsibilities text,
        add constraint region_agreements_responsibilities_check
          check (responsibilities is null or kind = 'TAKES_PART')`);
  }
}
