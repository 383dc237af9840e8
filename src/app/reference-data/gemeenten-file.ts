import { code, known, listOf, oneOf, required, years } from './column-rules.js';
import { goneCodes } from './known-codes.js';
import { replaceAreas, upsertOrganisations } from './organisations.js';
import type { CsvRow } from './csv-table.js';
import type { ReferenceFile } from './reference-file.js';
import { referenceId } from './reference-ids.js';
import { upsert } from './upsert.js';

type Column =
  | 'gm_code'
  | 'name'
  | 'province_code'
  | 'province_name'
  | 'jeugdregio_code'
  | 'jeugdregio_name'
  | 'veiligheidsregio_code'
  | 'veiligheidsregio_name'
  | 'rmc_code'
  | 'rmc_name'
  | 'vakantieregio_main'
  | 'vakantieregio_all'
  | 'valid_years';

const holidayRegion = oneOf('NOORD', 'MIDDEN', 'ZUID');

/**
 * The municipalities, and the organisation that each of them is.
 *
 * `valid_years` gives the years for which the list was checked. So only a deviation from the rest of the list says
 * something about a municipality: years that stop before the newest year of the file end it on 31 December, years
 * that begin after the oldest start it on 1 January. A municipality that is missing from the file stays as it was: we
 * do not guess when it ended.
 */
export const gemeentenFile: ReferenceFile<Column> = {
  name: 'gemeenten.csv',
  dependsOn: ['jeugdregios.csv'],
  columns: {
    gm_code: code(/^GM\d{4}$/, 'GM0361'),
    name: required,
    province_code: code(/^PV\d{2}$/, 'PV27'),
    province_name: required,
    jeugdregio_code: known('jeugdregio'),
    jeugdregio_name: required,
    veiligheidsregio_code: code(/^VR\d{2}$/, 'VR10'),
    veiligheidsregio_name: required,
    rmc_code: code(/^RMC\d{2}$/, 'RMC23'),
    rmc_name: required,
    vakantieregio_main: holidayRegion,
    vakantieregio_all: listOf(holidayRegion),
    valid_years: years,
  },
  key: ['gm_code'],
  async write(client, rows) {
    const municipalities = await upsert(client, 'municipalities', UPSERT_MUNICIPALITIES, withValidity(rows));
    const organisations = await upsertOrganisations(
      client,
      rows.map(({ values }) => ({
        kind: 'GEMEENTE',
        code: values.gm_code,
        officialName: `Gemeente ${values.name}`,
        nameStatus: 'OFFICIAL',
        domains: ['ONDERWIJS', 'ZORG', 'JEUGD'],
        municipality: values.gm_code,
      })),
    );
    const codes = rows.map((row) => row.values.gm_code);
    const areas = await replaceAreas(
      client,
      ['GEMEENTE'],
      codes.map((gmCode) => ({ organisation: gmCode, municipality: gmCode })),
    );
    return {
      changes: [municipalities, organisations, areas],
      gone: await goneCodes(client, 'select code from municipalities', codes),
    };
  },
};

const UPSERT_MUNICIPALITIES = `
  insert into municipalities as m (id, code, name, province, region_id, valid_from, valid_until, holiday_region)
  select given.id, given.code, given.name, given.province, r.id, given.valid_from, given.valid_until, given.holiday_region
  from jsonb_to_recordset($1::jsonb) as given
    (id uuid, code text, name text, province text, region text, valid_from date, valid_until date,
      holiday_region text)
  join regions r on r.code = given.region
  on conflict (code) do update set name = excluded.name, province = excluded.province,
    region_id = excluded.region_id, valid_from = excluded.valid_from, valid_until = excluded.valid_until,
    holiday_region = case when m.holiday_region_by_hand then m.holiday_region else excluded.holiday_region end
  where (m.name, m.province, m.region_id, m.valid_from, m.valid_until) is distinct from
    (excluded.name, excluded.province, excluded.region_id, excluded.valid_from, excluded.valid_until)
    or not m.holiday_region_by_hand and m.holiday_region is distinct from excluded.holiday_region`;

function withValidity(rows: readonly CsvRow<Column>[]) {
  const spans = rows.map(({ values }) => values.valid_years.split('-') as [string, string]);
  const oldest = spans.map(([first]) => first).sort()[0];
  const newest = spans
    .map(([, last]) => last)
    .sort()
    .at(-1);
  return rows.map(({ values }, i) => {
    const [first, last] = spans[i]!;
    return {
      id: referenceId('municipality', values.gm_code),
      code: values.gm_code,
      name: values.name,
      province: values.province_name,
      region: values.jeugdregio_code,
      valid_from: first === oldest ? null : `${first}-01-01`,
      valid_until: last === newest ? null : `${last}-12-31`,
      holiday_region: values.vakantieregio_main,
    };
  });
}
