import type { QueryRunner } from 'typeorm';

/** What one mail said may have reached two: whoever got it, and the parent who got it as a letter. */
export class TakenBackOnPaper1764620000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table mails
        drop constraint mails_taken_back_once,
        add constraint mails_taken_back_once unique (retracts, recipient_id);
    `);
  }
}
