import type { QueryRunner } from 'typeorm';

/** Who of the coordinators takes care of something. It goes with what it is about, and holds in the region where it was said. */
export class WorkAssigned1764574000300 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table work_item_assignments (
        work_item_id uuid primary key references work_items on delete cascade,
        region_id uuid not null references regions,
        account_id uuid not null references accounts,
        assigned_by uuid not null references accounts,
        assigned_at timestamptz not null
      );
      create index on work_item_assignments (account_id);
      create index on work_item_assignments (region_id);
    `);
  }
}
