import type { QueryRunner } from 'typeorm';

/** Names of people who died that their family does not want to be shown: kept apart, as if they were erased. */
export class HiddenNames1764575000300 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table hidden_names (
        person_id uuid primary key references people on delete cascade,
        given_name text not null,
        infix text,
        family_name text not null
      );
    `);
  }
}
