import type { ClientBase } from 'pg';
import type { StageLength } from '../../features/people/school-exit.js';

/** The reference records that the demo hangs on, by code. Each throws when the code is not there. */
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
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- what a kind holds, the query above says
    <Found>(kind: string) =>
      (code: string): Found => {
        const found = byCode.get(`${kind} ${code}`);
        if (found === undefined) throw new Error(`demo content needs ${kind} ${code} of the reference data`);
        return found as Found;
      };
  return {
    region: find('region'),
    municipality: find('municipality'),
    theme: find('theme'),
    samenwerkingsverband: find('samenwerkingsverband'),
    gemeente: find('gemeente'),
    schoolIn: find('school'),
    stage: find('stage'),
  };
}
