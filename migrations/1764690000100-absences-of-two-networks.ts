import type { QueryRunner } from 'typeorm';

/** What was one absence before its network went up in another one, or parted. */
export class AbsencesOfTwoNetworks1764690000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- the part of it that is left in the network of before
      alter table absences add former_id uuid references absences on delete set null;
      create index on absences (former_id);
    `);
  }
}
