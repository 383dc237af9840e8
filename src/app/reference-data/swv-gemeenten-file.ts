import { known, required, share, wholeNumber } from './column-rules.js';
import { replaceAreas } from './organisations.js';
import type { ReferenceFile } from './reference-file.js';

type Column = 'swv_code' | 'gm_code' | 'gemeente_name' | 'pc4_count' | 'share_of_gemeente_pc4';

/** The municipalities in which each samenwerkingsverband works; their areas may overlap. */
export const swvGemeentenFile: ReferenceFile<Column> = {
  name: 'swv_gemeenten.csv',
  dependsOn: ['gemeenten.csv', 'samenwerkingsverbanden.csv'],
  columns: {
    swv_code: known('samenwerkingsverband'),
    gm_code: known('gemeente'),
    gemeente_name: required,
    pc4_count: wholeNumber(1, 10_000),
    share_of_gemeente_pc4: share,
  },
  key: ['swv_code', 'gm_code'],
  async write(client, rows) {
    const areas = await replaceAreas(
      client,
      ['SAMENWERKINGSVERBAND_PO', 'SAMENWERKINGSVERBAND_VO'],
      rows.map(({ values }) => ({ organisation: values.swv_code, municipality: values.gm_code })),
    );
    return { changes: [areas], gone: [] };
  },
};
