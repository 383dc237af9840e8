import type { QueryRunner } from 'typeorm';

/** Who has died is found by the region where they lived, and so not counted there among those who may not be found. */
export class TheDeadOfARegion1764650020200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create index on people (region_id) where deceased_on is not null`);
  }
}
