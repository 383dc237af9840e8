import { code, free, oneOf, optional, required, wholeNumber } from './column-rules.js';
import { goneCodes } from './known-codes.js';
import type { ReferenceFile } from './reference-file.js';
import { upsert } from './upsert.js';

type Column =
  | 'stage_code'
  | 'sector'
  | 'name_nl'
  | 'entry_age_typical'
  | 'first_leerjaar'
  | 'last_leerjaar'
  | 'nominal_years_min'
  | 'nominal_years_max'
  | 'hard_end_rule'
  | 'derivable_exit'
  | 'source';

const year = wholeNumber(1, 12);

/** How long each type of education takes. A stage without a fixed length has no number of years. */
export const schoolStagesFile: ReferenceFile<Column> = {
  name: 'school_stages.csv',
  dependsOn: [],
  columns: {
    stage_code: code(/^[A-Z]{2,4}\d?$/, 'VMBO'),
    sector: oneOf('PO', 'VO', 'MBO'),
    name_nl: required,
    entry_age_typical: wholeNumber(3, 20),
    first_leerjaar: year,
    last_leerjaar: optional(year),
    nominal_years_min: optional(year),
    nominal_years_max: optional(year),
    hard_end_rule: free,
    derivable_exit: oneOf('YES', 'APPROX', 'RANGE', 'NO'),
    source: required,
  },
  key: ['stage_code'],
  checkRow({ derivable_exit, nominal_years_min, nominal_years_max }) {
    if (derivable_exit !== 'NO' && nominal_years_min === '')
      return { column: 'nominal_years_min', value: '', reason: 'is empty, so no exit can be derived' };
    if (nominal_years_max !== '' && Number(nominal_years_max) < Number(nominal_years_min))
      return {
        column: 'nominal_years_max',
        value: nominal_years_max,
        reason: `is less than ${nominal_years_min}`,
      };
    return null;
  },
  async write(client, rows) {
    const stages = rows.map(({ values }) => ({
      code: values.stage_code,
      sector: values.sector,
      label: values.name_nl,
      first_year: values.first_leerjaar,
      last_year: values.last_leerjaar || null,
      years_min: values.nominal_years_min || null,
      years_max: values.nominal_years_max || null,
      exit_derivable: values.derivable_exit,
    }));
    const change = await upsert(client, 'school_stages', UPSERT_STAGES, stages);
    const codes = stages.map((stage) => stage.code);
    return { changes: [change], gone: await goneCodes(client, 'select code from school_stages', codes) };
  },
};

const UPSERT_STAGES = `
  insert into school_stages as s
    (code, sector, label, first_year, last_year, years_min, years_max, exit_derivable)
  select code, sector, label, first_year, last_year, years_min, years_max, exit_derivable
  from jsonb_to_recordset($1::jsonb) as given (code text, sector text, label text, first_year integer,
    last_year integer, years_min integer, years_max integer, exit_derivable text)
  on conflict (code) do update set sector = excluded.sector, label = excluded.label,
    first_year = excluded.first_year, last_year = excluded.last_year, years_min = excluded.years_min,
    years_max = excluded.years_max, exit_derivable = excluded.exit_derivable
  where (s.sector, s.label, s.first_year, s.last_year, s.years_min, s.years_max, s.exit_derivable)
    is distinct from (excluded.sector, excluded.label, excluded.first_year, excluded.last_year,
      excluded.years_min, excluded.years_max, excluded.exit_derivable)`;
