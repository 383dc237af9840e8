import type { QueryRunner } from 'typeorm';

/** Whoever can record it is asked whether somebody is back; and whoever acts meanwhile is told. */
export class AbsenceMails1764590000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index mails_about_absence on mails ((params ->> 'absenceId')) where kind = 'SUBSTITUTE';
    `);
  }
}
