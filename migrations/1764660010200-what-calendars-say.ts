import type { QueryRunner } from 'typeorm';

/** What a day stands as in the calendar of a reader: when it is off they are told of what. */
export class WhatCalendarsSay1764660010200 {
  async up(db: QueryRunner): Promise<void> {
    // null: given before this was kept
    await db.query('alter table calendar_copies add summary text');
  }
}
