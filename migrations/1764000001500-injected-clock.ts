import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORDS = ['people', 'oudernetwerken'];

/** When a record was made is said by who makes it: a network is judged from that day on, and the service has one clock. */
export class InjectedClock1764000001500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of RECORDS) await db.query(`alter table ${table} alter created_at drop default`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of RECORDS) await db.query(`alter table ${table} alter created_at set default now()`);
  }
}
