import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is appointed without a question is told too that their name is known from then on. */
export class AppointedIsTold1764000001700 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await mayBeBecause(db, ['INVITATION_ACCEPTED', 'RETIREMENT_SCHEDULE', 'APPOINTED']);
  }

  /** The log only grows: what says so by then stays. */
  async down(db: QueryRunner): Promise<void> {
    await mayBeBecause(db, ['INVITATION_ACCEPTED', 'RETIREMENT_SCHEDULE'], 'not valid');
  }
}

async function mayBeBecause(db: QueryRunner, reasons: readonly string[], validity = ''): Promise<void> {
  await db.query(`
    alter table person_access_log drop constraint person_access_log_why_check,
      add constraint person_access_log_why_check check (why in ('${reasons.join(`', '`)}')) ${validity}
  `);
}
