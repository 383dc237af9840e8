import type { ClientBase } from 'pg';
import * as v from 'valibot';
import { type Checked, JsonShape } from '../../db/json-shape.js';
import { SeedIds } from './ids.js';
import { arrayText, insertRows, table } from './insert-rows.js';
import type { Random } from './random.js';

export interface SeedPlace {
  readonly id: string;
  readonly name: string;
}

export interface SeedRegion extends SeedPlace {
  readonly municipalities: readonly SeedPlace[];
  readonly schoolIds: readonly string[];
  /** organisations of this seed that support networks here; the first coordinates the region if none did */
  readonly supporterIds: readonly string[];
  readonly coordinatorId: string;
}

const KNOWN_REGIONS = new JsonShape(
  'regions',
  v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      coordinator: v.nullable(v.string()),
      municipalities: v.array(v.object({ id: v.string(), name: v.string() })),
      schools: v.array(v.string()),
    }),
  ),
);
type KnownRegion = Checked<typeof KNOWN_REGIONS>[number];

const SUPPORTERS = [
  ['OUDER_JEUGDSTEUNPUNT', 'Oudersteunpunt', ['ONDERWIJS']],
  ['STICHTING', 'Stichting Ouders Samen', ['ONDERWIJS', 'JEUGD']],
  ['WIJKTEAM', 'Jeugdteam', ['JEUGD']],
  ['ZORGAANBIEDER', 'Zorggroep', ['ZORG']],
] as const;

const ORGANISATIONS = table('organisations', {
  id: 'uuid',
  kind: 'text',
  official_name: 'text',
  name_status: 'text',
  domains: 'text[]',
  region_id: 'uuid',
  place: 'text',
});

/** The regions of the reference data, spread over the country, each with organisations that support networks. */
export async function prepareRegions(
  client: ClientBase,
  random: Random,
  wanted: number,
): Promise<SeedRegion[]> {
  const known = await knownRegions(client);
  if (known.length < wanted)
    throw new Error(`${known.length} regions found: import the reference data first`);
  // spread evenly; if there are six, JZ06 is one of them, where development accounts live
  const chosen = Array.from(
    { length: wanted },
    (_, i) => known[Math.floor(((i + 0.75) * known.length) / wanted)]!,
  );
  const ids = organisationIds(random);
  const regions = chosen.map(({ coordinator, municipalities, schools, ...region }) => {
    const supporterIds = SUPPORTERS.map(() => ids.next());
    return {
      ...region,
      municipalities,
      schoolIds: schools,
      supporterIds,
      coordinatorId: coordinator ?? supporterIds[0]!,
    };
  });
  await insertRows(client, ORGANISATIONS, organisationsOf(regions));
  await client.query(
    `update regions r set coordinating_organisation_id = c.organisation_id
     from unnest($1::uuid[], $2::uuid[]) as c (region_id, organisation_id)
     where r.id = c.region_id and r.coordinating_organisation_id is null`,
    [regions.map((region) => region.id), regions.map((region) => region.coordinatorId)],
  );
  return regions;
}

export function firstOrganisationId(random: Random): string {
  return organisationIds(random).next();
}

function organisationIds(random: Random): SeedIds {
  return new SeedIds(random.stream('organisations'));
}

function* organisationsOf(regions: readonly SeedRegion[]) {
  for (const region of regions) {
    for (const [index, [kind, name, domains]] of SUPPORTERS.entries()) {
      yield {
        id: region.supporterIds[index]!,
        kind,
        official_name: `${name} ${region.name} (fictief)`,
        name_status: 'OFFICIAL',
        domains: arrayText(domains),
        region_id: region.id,
        place: region.municipalities[0]!.name,
      };
    }
  }
}

/** Ordered by code, so that the ids in a particular database do not matter. */
async function knownRegions(client: ClientBase): Promise<readonly KnownRegion[]> {
  const { rows } = await client.query(`
    select r.id, r.name, r.coordinating_organisation_id as coordinator,
      (select coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) order by m.code), '[]')
       from municipalities m where m.region_id = r.id) as municipalities,
      (select coalesce(json_agg(o.id order by o.code), '[]')
       from organisations o where o.kind = 'SCHOOL' and o.from_reference and o.region_id = r.id) as schools
    from regions r
    where r.kind = 'JEUGDREGIO'
      and exists (select from municipalities m where m.region_id = r.id)
    order by r.code`);
  return KNOWN_REGIONS.check(rows);
}
