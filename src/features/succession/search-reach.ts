import type { Row } from '../../reads/mapping.js';
import { sql, type Sql } from '../../reads/sql.js';
import { worksWith } from '../access/viewer-reach.js';

/** Whether the viewer takes part in the search: coordinates the row's region, or supports its network. */
export function searchesAlong(row: Row): Sql {
  return worksWith(sql`${row}.region_id`, sql`${row}.oudernetwerk_id`);
}
