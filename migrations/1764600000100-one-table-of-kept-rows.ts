import type { QueryRunner } from 'typeorm';

/**
 * Whatever may be taken back keeps what it changed in one table: a departure, the end of a network, an appointment, a move.
 * Of a death it is kept by the end of which role it was recorded.
 */
export class OneTableOfKeptRows1764600000100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- null while what it is kept for stands; false: somebody has built on what that left
      alter table kept_rows add restored boolean;

      insert into kept_rows (cause_id, kept_table, row_id, was, became, restored)
        select departure_id, kept_table, row_id, was, became, restored from departure_ends order by place;
      insert into kept_rows (cause_id, kept_table, row_id, was, became)
        select oudernetwerk_id, kept_table, row_id, was, became from network_closings order by place;
      drop table departure_ends;
      drop table network_closings;

      -- a trekkerschap or an appointment; null: it was said of the person
      alter table departures add by_role uuid;
      create index on departures (by_role) where by_role is not null;
    `);
  }
}
