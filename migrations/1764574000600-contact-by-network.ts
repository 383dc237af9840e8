import type { QueryRunner } from 'typeorm';

/** A member says whether their network may reach them. Nobody on record has. */
export class ContactByNetwork1764574000600 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table consents
        drop constraint consents_purpose_check,
        drop constraint consents_check,
        drop constraint consents_place,
        add constraint consents_purpose_check check (purpose in ('FINDABLE', 'CONTACT_BY_NETWORK')),
        add constraint consents_until check (purpose <> 'FINDABLE' and until is null or purpose = 'FINDABLE' and given = (until is not null)),
        add constraint consents_place check (case when purpose = 'FINDABLE'
          then given = (scopes && array['REGION', 'REGION_AND_AGREEMENTS', 'COUNTRY']) else scopes = '{}' end);
      -- follows from the ledger
      alter table people add column contact_by_network boolean not null default false;
    `);
  }
}
