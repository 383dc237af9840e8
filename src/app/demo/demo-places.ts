import type { ClientBase } from 'pg';
import * as v from 'valibot';
import { JsonShape } from '../../db/json-shape.js';
import type { StageLength } from '../../features/people/school-ties/school-exit.js';

/** The reference records that the demo uses, by code. Each function throws if the code does not exist. */
export interface DemoPlaces {
  region(code: string): string;
  municipality(code: string): string;
  theme(code: string): string;
  samenwerkingsverband(code: string): string;
  /** the organisation that governs a municipality */
  gemeente(code: string): string;
  /** the first primary school of a municipality */
  schoolIn(municipality: string): string;
  stage(code: string): StageLength;
}

const ID = new JsonShape('id of a reference record', v.string());
const STAGE = new JsonShape(
  'stage',
  v.object({
    yearsMin: v.nullable(v.number()),
    yearsMax: v.nullable(v.number()),
    exitDerivable: v.picklist(['YES', 'APPROX', 'RANGE', 'NO']),
  }),
);

export async function demoPlaces(client: ClientBase): Promise<DemoPlaces> {
  const { rows } = await client.query<{ kind: string; code: string; found: unknown }>(`
    select 'region' as kind, code, to_jsonb(id) as found from regions
    union all select 'municipality', code, to_jsonb(id) from municipalities
    union all select 'theme', code, to_jsonb(id) from themes
    union all select 'samenwerkingsverband', code, to_jsonb(id) from organisations where kind = 'SAMENWERKINGSVERBAND_PO'
    union all select 'gemeente', code, to_jsonb(id) from organisations where kind = 'GEMEENTE'
    union all (select distinct on (m.code) 'school', m.code, to_jsonb(o.id) from organisations o
      join organisation_municipalities a on a.organisation_id = o.id join municipalities m on m.id = a.municipality_id
      where o.kind = 'SCHOOL' order by m.code, o.code)
    union all select 'stage', code,
      jsonb_build_object('yearsMin', years_min, 'yearsMax', years_max, 'exitDerivable', exit_derivable)
      from school_stages`);
  const byCode = new Map(rows.map(({ kind, code, found }) => [`${kind} ${code}`, found]));
  const find =
    <Found>(kind: string, shape: { check(found: unknown): Found }) =>
    (code: string): Found => {
      const found = byCode.get(`${kind} ${code}`);
      if (found === undefined) throw new Error(`demo content needs ${kind} ${code} of the reference data`);
      return shape.check(found);
    };
  return {
    region: find('region', ID),
    municipality: find('municipality', ID),
    theme: find('theme', ID),
    samenwerkingsverband: find('samenwerkingsverband', ID),
    gemeente: find('gemeente', ID),
    schoolIn: find('school', ID),
    stage: find('stage', STAGE),
  };
}
