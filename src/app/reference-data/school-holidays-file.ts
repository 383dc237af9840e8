import { calendarDay, code, oneOf, required } from './column-rules.js';
import { goneCodes } from './known-codes.js';
import type { ReferenceFile } from './reference-file.js';
import { referenceId } from './reference-ids.js';
import { upsert } from './upsert.js';

type Column = 'school_year' | 'kind' | 'vakantieregio' | 'from' | 'until' | 'source';

/** When schools are closed. A holiday that was recorded, changed or removed by hand stays so, and has its days to itself. */
export const schoolHolidaysFile: ReferenceFile<Column> = {
  name: 'schoolvakanties.csv',
  dependsOn: [],
  columns: {
    school_year: code(/^\d{4}-\d{4}$/, '2026-2027'),
    kind: oneOf('HERFST', 'KERST', 'VOORJAAR', 'MEI', 'ZOMER'),
    vakantieregio: oneOf('NOORD', 'MIDDEN', 'ZUID'),
    from: calendarDay,
    until: calendarDay,
    source: required,
  },
  key: ['school_year', 'kind', 'vakantieregio'],
  checkRow({ from, until }) {
    return until < from ? { column: 'until', value: until, reason: `is before ${from}` } : null;
  },
  async write(client, rows) {
    const holidays = rows.map(({ values: { school_year, kind, vakantieregio, from, until } }) => {
      const of = [school_year, kind, vakantieregio].join(' ');
      return { id: referenceId('school holiday', of), school_year, kind, vakantieregio, from, until };
    });
    const change = await upsert(client, 'school_holidays', UPSERT_HOLIDAYS, holidays);
    const codes = holidays.map(({ school_year, kind, vakantieregio }) =>
      [school_year, kind, vakantieregio].join(' '),
    );
    const there = `select concat_ws(' ', school_year, kind, holiday_region) as code from school_holidays where not by_hand`;
    return { changes: [change], gone: await goneCodes(client, there, codes) };
  },
};

const UPSERT_HOLIDAYS = `
  insert into school_holidays as h (id, school_year, kind, holiday_region, period)
  select id, school_year, kind, vakantieregio, daterange("from", until, '[]')
  from jsonb_to_recordset($1::jsonb) as given
    (id uuid, school_year text, kind text, vakantieregio text, "from" date, until date)
  where not exists (select from removed_school_holidays r
    where (r.school_year, r.kind, r.holiday_region) = (given.school_year, given.kind, given.vakantieregio))
    and not exists (select from school_holidays o
      where o.by_hand and o.holiday_region = given.vakantieregio
        and (o.school_year, o.kind) <> (given.school_year, given.kind)
        and o.period && daterange("from", until, '[]'))
  on conflict (school_year, kind, holiday_region) do update set version = h.version + 1, period = excluded.period
  where not h.by_hand and h.period <> excluded.period`;
