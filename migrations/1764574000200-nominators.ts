import type { QueryRunner } from 'typeorm';

/** Bodies and networks nominate as organisations do; `nominated_by_id` stays that of an organisation. */
export class Nominators1764574000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table seat_appointments
        add column nominated_by_body_id uuid references advisory_bodies,
        add column nominated_by_network_id uuid references oudernetwerken,
        add constraint seat_appointments_one_nominator
          check (num_nonnulls(nominated_by_id, nominated_by_body_id, nominated_by_network_id) <= 1);
      create index on seat_appointments (nominated_by_body_id) where nominated_by_body_id is not null;
      create index on seat_appointments (nominated_by_network_id) where nominated_by_network_id is not null;
    `);
  }
}
