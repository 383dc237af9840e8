import type { QueryRunner } from 'typeorm';

/** Who was erased, why, and by whom. */
export class Erasures1764690120100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table people add erased_on date;
      create table erasures (
        person_id uuid primary key references people,
        region_id uuid not null references regions,
        reason text not null
          check (reason in ('ASKED', 'CONSENT_WITHDRAWN', 'NOT_NEEDED', 'OBJECTED', 'UNLAWFUL')),
        account_id uuid references accounts,
        erased_at timestamptz not null,
        mentions jsonb not null default '[]',
        files_gone_at timestamptz,
        xact xid8 not null default pg_current_xact_id()
      );
      create index on erasures (region_id);
    `);
  }
}
