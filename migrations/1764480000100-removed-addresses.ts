import type { QueryRunner } from 'typeorm';

/** That somebody else removed an address is kept when the address itself is forgotten. */
export class RemovedAddresses1764480000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table mail_address_changes
        -- null: forgotten by now
        alter old_address drop not null,
        add by_owner boolean not null default false;
      update mail_address_changes c set by_owner = true
        where c.account_id = c.asked_by
          or exists (select from accounts a where a.id = c.asked_by and a.person_id = c.person_id);
    `);
  }
}
