import type { QueryRunner } from 'typeorm';

/** What a search had come to is found by whom it had found. */
export class OutcomesBySuccessor1764660000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `create index on kept_rows ((was ->> 'successor_id')) where kept_table = 'succession_plans'`,
    );
  }
}
