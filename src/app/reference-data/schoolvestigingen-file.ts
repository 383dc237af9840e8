import { code, free, known, oneOf, optional, required } from './column-rules.js';
import { goneCodes } from './known-codes.js';
import { replaceAreas, upsertOrganisations } from './organisations.js';
import type { ReferenceFile } from './reference-file.js';

type Column =
  | 'vestigingscode'
  | 'brin'
  | 'bevoegd_gezag_nr'
  | 'name'
  | 'street'
  | 'house_number'
  | 'postcode'
  | 'place'
  | 'gm_code'
  | 'denominatie'
  | 'vakantieregio'
  | 'swv_po_code_derived';

/** Primary schools, one row per location. A school that is gone from the file stays: school ties refer to it. */
export const schoolvestigingenFile: ReferenceFile<Column> = {
  name: 'schoolvestigingen_bo.csv',
  dependsOn: ['gemeenten.csv'],
  columns: {
    vestigingscode: code(/^\d{2}[A-Z]{2}\d{2}$/, '00AP00'),
    brin: code(/^\d{2}[A-Z]{2}$/, '00AP'),
    bevoegd_gezag_nr: code(/^\d{5}$/, '41646'),
    name: required,
    street: free,
    house_number: free,
    postcode: optional(code(/^\d{4} ?[A-Z]{2}$/, '2716 PH')),
    place: required,
    gm_code: known('gemeente'),
    denominatie: free,
    vakantieregio: optional(oneOf('NOORD', 'MIDDEN', 'ZUID')),
    swv_po_code_derived: optional(code(/^PO\d{4}$/, 'PO2703')),
  },
  key: ['vestigingscode'],
  async write(client, rows) {
    const organisations = await upsertOrganisations(
      client,
      rows.map(({ values }) => ({
        kind: 'SCHOOL',
        code: values.vestigingscode,
        officialName: values.name,
        nameStatus: 'OFFICIAL',
        domains: ['ONDERWIJS'],
        municipality: values.gm_code,
        place: values.place,
      })),
    );
    const areas = await replaceAreas(
      client,
      ['SCHOOL'],
      rows.map(({ values }) => ({ organisation: values.vestigingscode, municipality: values.gm_code })),
    );
    const codes = rows.map((row) => row.values.vestigingscode);
    const stored = `select code from organisations where from_reference and kind = 'SCHOOL'`;
    return { changes: [organisations, areas], gone: await goneCodes(client, stored, codes) };
  },
};
