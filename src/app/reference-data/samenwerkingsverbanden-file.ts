import { code, free, known, listed, listOf, oneOf, optional, required, wholeNumber } from './column-rules.js';
import { goneCodes } from './known-codes.js';
import { upsertOrganisations, type ReferenceOrganisation } from './organisations.js';
import type { ReferenceFile } from './reference-file.js';

type Column =
  | 'swv_code'
  | 'sector'
  | 'name'
  | 'name_status'
  | 'label_derived'
  | 'scope'
  | 'jeugdregio_codes'
  | 'gemeente_count_majority'
  | 'name_source';

/** Only a name from a source is an official name; the label that we derived from the area is kept apart from it. */
export const samenwerkingsverbandenFile: ReferenceFile<Column> = {
  name: 'samenwerkingsverbanden.csv',
  dependsOn: ['jeugdregios.csv'],
  columns: {
    swv_code: code(/^(PO|VO)\d{4}$/, 'PO2703'),
    sector: oneOf('PO', 'VO'),
    name: free,
    name_status: optional(oneOf('VERIFIED', 'INFERRED')),
    label_derived: required,
    scope: oneOf('REGIONAAL', 'LANDELIJK'),
    jeugdregio_codes: listOf(known('jeugdregio')),
    gemeente_count_majority: wholeNumber(0, 1000),
    name_source: free,
  },
  key: ['swv_code'],
  checkRow({ swv_code, sector, name, name_status }) {
    if (!swv_code.startsWith(sector))
      return { column: 'sector', value: sector, reason: `does not go with code ${swv_code}` };
    if ((name === '') !== (name_status === ''))
      return { column: 'name_status', value: name_status, reason: 'and a name go together' };
    return null;
  },
  async write(client, rows) {
    const organisations = await upsertOrganisations(
      client,
      rows.map(({ values }) => organisation(values)),
    );
    const codes = rows.map((row) => row.values.swv_code);
    const stored = `select code from organisations where from_reference and kind like 'SAMENWERKINGSVERBAND__O'`;
    return { changes: [organisations], gone: await goneCodes(client, stored, codes) };
  },
};

function organisation(values: Readonly<Record<Column, string>>): ReferenceOrganisation {
  const regions = listed(values.jeugdregio_codes);
  return {
    kind: values.sector === 'PO' ? 'SAMENWERKINGSVERBAND_PO' : 'SAMENWERKINGSVERBAND_VO',
    code: values.swv_code,
    ...nameOf(values),
    domains: ['ONDERWIJS'],
    ...(regions.length === 1 && { region: regions[0] }),
  };
}

function nameOf({ name, name_status, label_derived }: Readonly<Record<Column, string>>) {
  if (name_status === 'VERIFIED') return { officialName: name, nameStatus: 'OFFICIAL' } as const;
  if (name_status === 'INFERRED') return { officialName: name, nameStatus: 'INFERRED' } as const;
  return { labelDerived: label_derived, nameStatus: 'DERIVED' } as const;
}
