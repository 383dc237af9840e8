import type { QueryRunner } from 'typeorm';

/**
 * The log says by which way something was done and why, in codes. What a personal column held before and after stands apart,
 * with whose it is, so that it can be erased while the log stays as it was written.
 */
export class AuditValues1764680010200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table audit_log
        add channel text check (channel in ('API', 'IMPORT', 'JOB', 'PAGE', 'TELEPHONE')),
        add why text;
      create table audit_values (
        audit_id uuid not null,
        person_id uuid not null references people,
        region_id uuid not null references regions,
        place text not null,
        row_id uuid not null,
        before text,
        after text,
        primary key (audit_id, row_id, region_id, place)
      );
      create index on audit_values (person_id);
      create index on audit_values (region_id);
    `);
  }
}
