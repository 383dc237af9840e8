import type { QueryRunner } from 'typeorm';

/** What never began is found by whose it was to be. */
export class KeptRowsOfWhom1764630000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`create index on kept_rows ((was ->> 'person_id')) where became is null`);
  }
}
