import type { QueryRunner } from 'typeorm';

/** Two school holidays of one part of the country never share a day. */
export class SchoolHolidaysApart1764660010100 {
  async up(db: QueryRunner): Promise<void> {
    // what was recorded to share days until now: the earlier one ends where the next one begins
    await db.query(`
      delete from school_holidays h using school_holidays o
      where o.holiday_region = h.holiday_region and lower(o.period) = lower(h.period)
        and (o.by_hand, o.id) < (h.by_hand, h.id);
      update school_holidays h set period = daterange(lower(h.period), (
        select min(lower(o.period)) from school_holidays o
        where o.holiday_region = h.holiday_region and lower(o.period) > lower(h.period)))
      where exists (select from school_holidays o where o.holiday_region = h.holiday_region
        and lower(o.period) > lower(h.period) and o.period && h.period);
    `);
    // judged at the end of a statement: the reference file may move several at once
    await db.query(`
      alter table school_holidays add constraint school_holidays_apart
        exclude using gist (holiday_region with =, period with &&) deferrable initially immediate;
    `);
  }
}
