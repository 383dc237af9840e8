import type { QueryRunner } from 'typeorm';

/** School holidays that the national office took out: the reference file does not bring them back. */
export class RemovedSchoolHolidays1764592000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table removed_school_holidays (
        school_year text not null,
        kind text not null,
        holiday_region text not null,
        primary key (school_year, kind, holiday_region)
      );
    `);
  }
}
