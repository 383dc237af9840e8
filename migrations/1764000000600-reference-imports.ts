import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which content of each reference file is in the database, so that a start does not read it again. */
export class ReferenceImports1764000000600 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table reference_imports (
        file text primary key,
        -- of the file, of the files it depends on, and of what we make of its rows
        fingerprint text not null,
        rows integer not null,
        imported_at timestamptz not null default now()
      );
      alter table reference_imports enable row level security, force row level security;
      create policy owner on reference_imports to current_user using (true) with check (true);
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table reference_imports');
  }
}
