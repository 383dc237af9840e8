import type { ClientBase } from 'pg';
import { calendarDay, known, optional } from './column-rules.js';
import type { TableChange } from './import-report.js';
import type { ReferenceFile } from './reference-file.js';
import { upsert } from './upsert.js';

/**
 * The municipalities that come under another region, or become part of another one, and from which day: ahead of it, so that
 * regions and parents know in time. `gemeenten.csv` says where they are until then.
 */
export const gemeenteWijzigingenFile: ReferenceFile<'gm_code' | 'from' | 'jeugdregio_code' | 'into_gm_code'> =
  {
    name: 'gemeente_wijzigingen.csv',
    dependsOn: ['gemeenten.csv'],
    mayBeEmpty: true,
    columns: {
      gm_code: known('gemeente'),
      from: calendarDay,
      jeugdregio_code: known('jeugdregio'),
      into_gm_code: optional(known('gemeente')),
    },
    key: ['gm_code', 'from'],
    async write(client, rows) {
      const given = rows.map(({ values }) => ({ ...values, into_gm_code: values.into_gm_code || null }));
      const written = await upsert(client, 'municipality_regions', UPSERT, given);
      return {
        changes: [{ ...written, removed: await withdraw(client, given) } satisfies TableChange],
        gone: [],
      };
    },
  };

const GIVEN = `jsonb_to_recordset($1::jsonb) as given (gm_code text, "from" date, jeugdregio_code text, into_gm_code text)
  join municipalities m on m.code = given.gm_code`;

const UPSERT = `
  insert into municipality_regions as c (municipality_id, valid_from, region_id, into_id)
  select m.id, given."from", r.id, into_it.id from ${GIVEN}
  join regions r on r.code = given.jeugdregio_code left join municipalities into_it on into_it.code = given.into_gm_code
  on conflict (municipality_id, valid_from) do update set region_id = excluded.region_id, into_id = excluded.into_id
  where (c.region_id, c.into_id) is distinct from (excluded.region_id, excluded.into_id)`;

/** A change that is off before its day; what has been stays. */
async function withdraw(client: ClientBase, given: readonly object[]): Promise<number> {
  const { rowCount } = await client.query(
    `delete from municipality_regions c where c.valid_from > current_date
       and not exists (select from ${GIVEN} where m.id = c.municipality_id and given."from" = c.valid_from)`,
    [JSON.stringify(given)],
  );
  return rowCount ?? 0;
}
