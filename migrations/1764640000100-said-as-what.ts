import type { QueryRunner } from 'typeorm';

/** Whoever says yes to a seat, and is more than one thing, says as what they would sit there. */
export class SaidAsWhat1764640000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table seat_invitations add column perspective text
        check (perspective in ('OUDER', 'JONGERE', 'PROFESSIONAL')),
        add check (perspective is null or answered_on is not null and decline_kind is null);
    `);
  }
}
