import type { QueryRunner } from 'typeorm';

/**
 * A mail may be made on one machine and answered on another, whose clock is behind: that is no reason to refuse an answer.
 */
export class ClocksDiffer1764690020100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table mails drop constraint mails_check1');
  }
}
