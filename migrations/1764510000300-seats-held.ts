import type { QueryRunner } from 'typeorm';

/** When each seat is held, so that whether it is vacant, and since when, shows from its row. */
export class SeatsHeld1764510000300 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table advisory_seats add held datemultirange not null default '{}';
      update advisory_seats s set held = known.held
      from (select seat_id, range_agg(period) as held from seat_appointments group by seat_id) known
      where s.id = known.seat_id;
    `);
  }
}
