import type { QueryRunner } from 'typeorm';

/**
 * Whoever is nominated is left in peace after a no, though name and address are erased; and hears of their no in their
 * own language.
 */
export class NominatedAddresses1764460000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- of somebody nominated, who has said nothing of themselves yet: stays when name and address are erased
      alter table seat_invitations add language text check (language in ('nl', 'en'));
      update seat_invitations i set language = n.language from seat_nominees n where n.invitation_id = i.id;
      alter table seat_nominees drop column language;
      alter table seat_invitations add constraint seat_invitations_language
        check (language is null or coalesce(ervaringsdeskundige_id, former_appointment_id) is null);

      -- that an address was nominated, for half a year; known by its keyed hash alone
      create table nominated_addresses (
        invitation_id uuid primary key references seat_invitations on delete cascade,
        address_hash text not null
      );
      create index on nominated_addresses (address_hash);
    `);
  }
}
