import type { Row } from '../../reads/mapping.js';
import { sql, type Sql } from '../../reads/sql.js';

/** Whether the viewer searches along: coordinates the row's region, or supports its network. */
export function searchesAlong(row: Row): Sql {
  return sql`(${row}.region_id = any ((select viewer_uuids('app.regions'))::uuid[])
    or ${row}.oudernetwerk_id = any ((select viewer_uuids('app.supported'))::uuid[]))`;
}
