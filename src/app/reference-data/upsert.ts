import type { ClientBase } from 'pg';
import type { TableChange } from './import-report.js';

/**
 * Runs `insert … on conflict … do update … where … is distinct from …` over rows given as JSON in $1, and counts.
 * A row that the statement leaves alone is unchanged.
 */
export async function upsert(
  client: ClientBase,
  table: string,
  statement: string,
  rows: readonly object[],
): Promise<TableChange> {
  // xmax is set on rows updated because of a conflict, and never on new rows
  const touched = await client.query<{ inserted: boolean }>(`${statement} returning (xmax = 0) as inserted`, [
    JSON.stringify(rows),
  ]);
  const inserted = touched.rows.filter((row) => row.inserted).length;
  const updated = touched.rows.length - inserted;
  return { table, inserted, updated, removed: 0, unchanged: rows.length - touched.rows.length };
}
