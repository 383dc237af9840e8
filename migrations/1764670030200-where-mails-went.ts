import type { QueryRunner } from 'typeorm';

/** What tells the address that a mail went to from others: its links are for whoever still reads that. */
export class WhereMailsWent1764670030200 {
  async up(db: QueryRunner): Promise<void> {
    // null: not sent, or before this was kept
    await db.query('alter table mails add sent_to text');
  }
}
