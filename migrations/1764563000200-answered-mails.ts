import type { QueryRunner } from 'typeorm';

/** What is asked in a mail is answered once. */
export class AnsweredMails1764563000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table mails
        add answered_at timestamptz check (answered_at >= made_at),
        add constraint mails_answered check (answered_at is null or kind in ('EXPECTED_END', 'TIE_UNCONFIRMED'));
    `);
  }
}
