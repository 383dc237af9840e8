import type { QueryRunner } from 'typeorm';

/** A task whose letter said nothing any more before it was sent is off the list, and was not done. */
export class LettersThatLapsed1764650020100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table person_tasks add column lapsed boolean not null default false`);
  }
}
