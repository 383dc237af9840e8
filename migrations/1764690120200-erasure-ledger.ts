import type { QueryRunner } from 'typeorm';

/** When the ledger outside the database was told of an erasure. */
export class ErasureLedger1764690120200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table erasures add ledger_at timestamptz');
  }
}
