import type { ClientBase } from 'pg';
import { code, listOf, required, wholeNumber } from './column-rules.js';
import { goneCodes } from './known-codes.js';
import { upsertOrganisations } from './organisations.js';
import { referenceId } from './reference-ids.js';
import type { ReferenceFile } from './reference-file.js';
import { upsert } from './upsert.js';

type Column = 'jeugdregio_code' | 'name' | 'gemeente_count' | 'province_codes';

const LAND = { code: 'NL', name: 'Nederland' };

/** The caretaker of last resort for regions without a coordinating organisation of their own. */
const NATIONAL_SUPPORT = { code: 'LSO', name: 'Landelijk steunpunt oudernetwerken' };

/**
 * The 42 jeugdregio's, under the country. What an admin decides about a region (its coordinating organisation) is
 * never overwritten; only the country is given one, if it has none.
 */
export const jeugdregiosFile: ReferenceFile<Column> = {
  name: 'jeugdregios.csv',
  dependsOn: [],
  columns: {
    jeugdregio_code: code(/^JZ\d{2}$/, 'JZ06'),
    name: required,
    gemeente_count: wholeNumber(1, 1000),
    province_codes: listOf(code(/^PV\d{2}$/, 'PV27')),
  },
  key: ['jeugdregio_code'],
  async write(client, rows) {
    const regions = [
      { id: referenceId('region', LAND.code), ...LAND, kind: 'LAND', parent: null },
      ...rows.map(({ values }) => ({
        id: referenceId('region', values.jeugdregio_code),
        code: values.jeugdregio_code,
        name: values.name,
        kind: 'JEUGDREGIO',
        parent: referenceId('region', LAND.code),
      })),
    ];
    const regionChange = await upsert(client, 'regions', UPSERT_REGIONS, regions);
    const organisationChange = await upsertNationalSupport(client);
    const codes = rows.map((row) => row.values.jeugdregio_code);
    return {
      changes: [regionChange, organisationChange],
      gone: await goneCodes(client, `select code from regions where kind = 'JEUGDREGIO'`, codes),
    };
  },
};

const UPSERT_REGIONS = `
  insert into regions as r (id, code, name, kind, parent_id)
  select id, code, name, kind, parent
  from jsonb_to_recordset($1::jsonb) as given (id uuid, code text, name text, kind text, parent uuid)
  on conflict (code) do update set version = r.version + 1, name = excluded.name
  where r.name is distinct from excluded.name`;

async function upsertNationalSupport(client: ClientBase) {
  const change = await upsertOrganisations(client, [
    {
      kind: 'OVERIG',
      code: NATIONAL_SUPPORT.code,
      officialName: NATIONAL_SUPPORT.name,
      nameStatus: 'OFFICIAL',
      domains: ['ONDERWIJS', 'ZORG', 'JEUGD'],
      region: LAND.code,
    },
  ]);
  await client.query(
    `update regions set version = version + 1, coordinating_organisation_id =
       (select id from organisations where kind = 'OVERIG' and code = $2)
     where code = $1 and coordinating_organisation_id is null`,
    [LAND.code, NATIONAL_SUPPORT.code],
  );
  return change;
}
