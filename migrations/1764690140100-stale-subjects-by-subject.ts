import type { QueryRunner } from 'typeorm';

/** What waits to be judged is taken out by its subject: without an index, each write read all that waits. */
export class StaleSubjectsBySubject1764690140100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query('create index on stale_subjects (subject_id)');
  }
}
