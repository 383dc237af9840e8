import type { QueryRunner } from 'typeorm';

/** An absence that goes along to another network begins there anew, and may have been expected to end before. */
export class AbsencesOverdueMove1764600000300 {
  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table absences drop constraint absences_check2');
  }
}
