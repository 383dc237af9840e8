import type { ClientBase } from 'pg';
import type { TableChange } from './import-report.js';
import { referenceId } from './reference-ids.js';
import { upsert } from './upsert.js';

export interface ReferenceOrganisation {
  readonly kind: 'SAMENWERKINGSVERBAND_PO' | 'SAMENWERKINGSVERBAND_VO' | 'GEMEENTE' | 'SCHOOL' | 'OVERIG';
  readonly code: string;
  /** the name it has in a source; omitted if there is only a label that we derived */
  readonly officialName?: string;
  readonly labelDerived?: string;
  readonly nameStatus: 'OFFICIAL' | 'INFERRED' | 'DERIVED';
  readonly domains: readonly ('ONDERWIJS' | 'ZORG' | 'JEUGD')[];
  /** code of its region, or of the municipality whose region it is in; neither if it is in no single region */
  readonly region?: string;
  readonly municipality?: string;
  readonly place?: string;
}

/** An organisation that was added by hand with the same kind and code becomes the reference one, with its id. */
const UPSERT = `
  insert into organisations as o
    (id, kind, code, official_name, label_derived, name_status, domains, region_id, place, from_reference)
  select given.id, given.kind, given.code, given."officialName", given."labelDerived", given."nameStatus",
    given.domains, coalesce(m.region_id, r.id), given.place, true
  from jsonb_to_recordset($1::jsonb) as given (id uuid, kind text, code text, "officialName" text,
    "labelDerived" text, "nameStatus" text, domains text[], region text, municipality text, place text)
  left join regions r on r.code = given.region
  left join municipalities m on m.code = given.municipality
  on conflict (kind, code) do update set version = o.version + 1, official_name = excluded.official_name,
    label_derived = excluded.label_derived, name_status = excluded.name_status, domains = excluded.domains,
    region_id = excluded.region_id, place = excluded.place, from_reference = true
  where (o.official_name, o.label_derived, o.name_status, o.domains, o.region_id, o.place, o.from_reference)
    is distinct from (excluded.official_name, excluded.label_derived, excluded.name_status, excluded.domains,
      excluded.region_id, excluded.place, true)`;

export function upsertOrganisations(
  client: ClientBase,
  organisations: readonly ReferenceOrganisation[],
): Promise<TableChange> {
  const rows = organisations.map((given) => ({ id: referenceId(given.kind, given.code), ...given }));
  return upsert(client, 'organisations', UPSERT, rows);
}

export interface Area {
  readonly organisation: string;
  readonly municipality: string;
}

/**
 * Sets the municipalities of these organisations to exactly those given, by code. Other organisations keep their
 * area.
 */
export async function replaceAreas(
  client: ClientBase,
  kinds: readonly ReferenceOrganisation['kind'][],
  areas: readonly Area[],
): Promise<TableChange> {
  const { rows } = await client.query<{ inserted: number; removed: number }>(
    `with wanted as (
       select o.id as organisation_id, m.id as municipality_id
       from jsonb_to_recordset($1::jsonb) as given (organisation text, municipality text)
       join organisations o on o.code = given.organisation and o.kind = any ($2::text[])
       join municipalities m on m.code = given.municipality
     ), inserted as (
       insert into organisation_municipalities select * from wanted on conflict do nothing returning 1
     ), removed as (
       delete from organisation_municipalities
       where organisation_id in (select organisation_id from wanted)
         and (organisation_id, municipality_id) not in (select * from wanted)
       returning 1
     )
     select (select count(*) from inserted)::integer as inserted, (select count(*) from removed)::integer as removed`,
    [JSON.stringify(areas), kinds],
  );
  const { inserted, removed } = rows[0]!;
  const table = 'organisation_municipalities';
  return { table, inserted, updated: 0, removed, unchanged: areas.length - inserted };
}
