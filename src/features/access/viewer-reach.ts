import type { Scope } from '../../kernel/viewer.js';
import { literal, type Sql, sql } from '../../reads/sql.js';

// What `policies.ts` says about a viewer, as conditions on rows. The database policies have them as fragments.

/** Ids of a scope of the viewer, read once per statement. */
export function viewerIds(scope: Scope): Sql {
  return sql`(select viewer_uuids(${literal(`app.${scope}`)}))::uuid[]`;
}

export function isAmong(id: Sql, scope: Scope): Sql {
  return sql`${id} = any (${viewerIds(scope)})`;
}

export const seesCountry = sql`current_setting('app.reach', true) = 'national'`;

export function isViewer(person: Sql): Sql {
  return sql`${person} = (select viewer_uuid('app.person'))`;
}

/** Whether it is about the viewer, or about a person whose home region they coordinate. */
export function isOwnOrManaged(person: Sql, homeRegion: Sql): Sql {
  return sql`(${isViewer(person)} or ${isAmong(homeRegion, 'regions')})`;
}

/** Whether the viewer coordinates the region of a network, or supports the network. */
export function worksWith(region: Sql, network: Sql): Sql {
  return sql`(${isAmong(region, 'regions')} or ${isAmong(network, 'supported')})`;
}

/** Whether the viewer sees more of a network than its outline. */
export function seesInside(region: Sql, network: Sql): Sql {
  return sql`(${seesCountry} or ${isAmong(region, 'regions')}
    or ${network} = any ((select viewer_uuids('app.led') || viewer_uuids('app.supported'))::uuid[]))`;
}

/** Whether the viewer fills the seats of a body. */
export function fillsSeats(region: Sql, body: Sql): Sql {
  return sql`(${isAmong(body, 'bodies')} or ${isAmong(region, 'regions')})`;
}
