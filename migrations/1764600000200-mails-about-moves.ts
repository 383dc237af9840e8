import type { QueryRunner } from 'typeorm';

/** What was mailed about a move is asked by the move: for whether somebody was told, and how long a link can be answered. */
export class MailsAboutMoves1764600000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `create index mails_about_move on mails ((params ->> 'moveId')) where kind = 'PERSON_MOVE'`,
    );
  }
}
