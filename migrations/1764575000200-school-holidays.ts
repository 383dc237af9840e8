import type { QueryRunner } from 'typeorm';

/** When schools are closed, by holiday region. */
export class SchoolHolidays1764575000200 {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table school_holidays (
        id uuid primary key,
        version integer not null default 1,
        -- such as 2026-2027
        school_year text not null check (school_year ~ '^\\d{4}-\\d{4}$'),
        kind text not null check (kind in ('HERFST', 'KERST', 'VOORJAAR', 'MEI', 'ZOMER')),
        holiday_region text not null check (holiday_region in ('NOORD', 'MIDDEN', 'ZUID')),
        period daterange not null check (not isempty(period) and not lower_inf(period) and not upper_inf(period)),
        -- recorded or changed by hand: the reference file no longer changes it
        by_hand boolean not null default false,
        constraint school_holidays_once unique (school_year, kind, holiday_region)
      );
      create index on school_holidays (holiday_region, period);

      alter table municipalities
        add holiday_region text check (holiday_region in ('NOORD', 'MIDDEN', 'ZUID')),
        add holiday_region_by_hand boolean not null default false;
    `);
  }
}
