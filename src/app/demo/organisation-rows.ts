import type { ClientBase } from 'pg';
import { demoId } from './demo-ids.js';
import type { DemoPlaces } from './demo-places.js';
import type { DemoRegion } from './stories/demo-story.js';
import type { TableRows } from './insert-table.js';

export function organisationRows(
  { code, organisations }: DemoRegion,
  places: DemoPlaces,
): readonly TableRows[] {
  return [
    {
      table: 'organisations',
      rows: organisations.map(({ key, name, kind, domains, parent, place }) => ({
        id: demoId('organisation', key),
        kind,
        official_name: name,
        name_status: 'OFFICIAL',
        domains,
        region_id: places.region(code),
        parent_id: parent ? places.samenwerkingsverband(parent) : null,
        place,
        version: 1,
        from_reference: false,
      })),
    },
    {
      table: 'organisation_municipalities',
      rows: organisations.flatMap(({ key, municipalities }) =>
        municipalities.map((gm) => ({
          organisation_id: demoId('organisation', key),
          municipality_id: places.municipality(gm),
        })),
      ),
    },
  ];
}

/** Gives a region its coordinating organisation, unless it already has one. */
export async function coordinate(client: ClientBase, { code, coordinatedBy }: DemoRegion): Promise<void> {
  await client.query(
    `update regions set version = version + 1, coordinating_organisation_id = $2
     where code = $1 and coordinating_organisation_id is null`,
    [code, demoId('organisation', coordinatedBy)],
  );
}
