import type { QueryRunner } from 'typeorm';

/** Whether somebody worked on a search is on record: its version counts what the service itself does with it as well. */
export class SearchesTouched1764690010100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table succession_plans add touched boolean not null default false;
      update succession_plans set touched = true where version > 1;
    `);
  }
}
