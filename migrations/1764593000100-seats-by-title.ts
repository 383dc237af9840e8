import type { QueryRunner } from 'typeorm';

/** Seats are found by their title, as bodies are by their name. */
export class SeatsByTitle1764593000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table advisory_seats add column search_name text not null generated always as (fold(title)) stored;
      create index on advisory_seats using gin (search_name gin_trgm_ops);
    `);
  }
}
