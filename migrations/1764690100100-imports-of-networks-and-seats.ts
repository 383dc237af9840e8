import type { QueryRunner } from 'typeorm';

/** Lists of networks, activities and seats, and what recording them made. */
export class ImportsOfNetworksAndSeats1764690100100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table imports drop constraint imports_kind_check,
        add constraint imports_kind_check
          check (kind = any (array['ACTIVITIES', 'BODIES_AND_SEATS', 'MEMBERS', 'NETWORKS', 'PEOPLE']));
      alter table import_columns drop constraint import_columns_kind_check,
        add constraint import_columns_kind_check
          check (kind = any (array['ACTIVITIES', 'BODIES_AND_SEATS', 'MEMBERS', 'NETWORKS', 'PEOPLE']));
      alter table import_parts drop constraint import_parts_kind_check,
        add constraint import_parts_kind_check
          check (kind = any (array['ACTIVITY', 'ACTIVITY_CHANGED', 'APPOINTMENT', 'BODY', 'CHANGED', 'CREATED',
            'MEMBERSHIP', 'NETWORK', 'NETWORK_CHANGED', 'SCHOOL_TIE', 'SEAT', 'SUPPORT', 'TREKKERSCHAP']));
    `);
  }
}
