import type { QueryRunner } from 'typeorm';

/** Which region recorded a member or support in a network of another one: it may repair that. Null: the network's own. */
export class RecordedIn1764620000300 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table memberships add column recorded_in uuid references regions;
      alter table support_arrangements add column recorded_in uuid references regions;
    `);
  }
}
