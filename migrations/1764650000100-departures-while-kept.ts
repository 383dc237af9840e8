import type { QueryRunner } from 'typeorm';

/** Whoever departs while a role of theirs is kept: it comes back as they would have left it. */
export class DeparturesWhileKept1764650000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table kept_rows add departures uuid[] not null default '{}';
      drop index kept_rows_expr_idx;
      create index on kept_rows ((was ->> 'person_id'));
    `);
  }
}
