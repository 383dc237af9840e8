import type { QueryRunner } from 'typeorm';

/** When an activity begins and where it is, as it stands in the calendar of a reader: who has it hears when that changes. */
export class WhenAndWhereOfCalendars1764670030100 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table calendar_copies add start_time text, add place text;
      -- what was given before this was kept counts as it is now
      update calendar_copies c set start_time = a.start_time, place = a.place
        from activities a where c.what = 'ACTIVITY' and a.id = c.subject_id and not c.is_off;
      -- null: nothing but a day; else what tells one from another, and not where anybody met
      alter table calendar_events add when_and_where text;
    `);
  }
}
