import type { QueryRunner } from 'typeorm';

/** Two records that look like one person and are of two, as somebody said who knows them. */
export class ToldApart1764690110100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table people_told_apart (
        one_id uuid not null references people on delete cascade,
        other_id uuid not null references people on delete cascade,
        region_id uuid not null references regions,
        account_id uuid references accounts,
        said_at timestamptz not null,
        primary key (one_id, other_id),
        check (one_id < other_id)
      );
      create index on people_told_apart (other_id);
    `);
  }
}
