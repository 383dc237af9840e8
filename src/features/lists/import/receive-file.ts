import { v7 as uuid } from 'uuid';
import { insert, lock, update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import { manages } from '../../access/policies.js';
import type { Field, ImportKind } from './columns/fields.js';
import { isOfChild, keyOf, proposedMapping } from './columns/mapping.js';
import { ImportColumnEntity, ImportEntity, ImportRowEntity } from './import.entity.js';
import type { Table } from './reading/table.js';

/** In one statement. */
const AT_ONCE = 500;

/** What the file is of for which an import waits; null if it waits for none, or not for one of the viewer. */
export async function awaitedKind(tx: Tx, id: string): Promise<ImportKind | null> {
  const of = await tx.manager.findOneBy(ImportEntity, { id });
  return of?.state === 'AWAITING_FILE' && manages(tx.viewer, of.regionId) ? of.kind : null;
}

/**
 * Keeps the rows of a file until they are judged and recorded. Whatever stands in a column about a child is not kept for a
 * moment. False if the import has its file, or is none of the viewer's.
 */
export async function receiveTable(tx: Tx, id: string, { columns, rows }: Table): Promise<boolean> {
  const of = await lock(tx, ImportEntity, id);
  if (of?.state !== 'AWAITING_FILE' || !manages(tx.viewer, of.regionId)) return false;
  const { regionId, kind } = of;
  const said = await tx.manager.findBy(ImportColumnEntity, { regionId, kind });
  const kept = Object.fromEntries(said.map(({ name, field }) => [name, field]));
  const mapping = proposedMapping(columns, kind, kept).map((field) => field ?? '');
  update(tx, ImportEntity, { id }, { state: 'JUDGING', columns: [...columns], mapping });
  const hidden = columns.map(isOfChild);
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    insert(
      tx,
      ImportRowEntity,
      rows.slice(start, start + AT_ONCE).map(({ row, cells }) => ({
        id: uuid(),
        importId: id,
        regionId,
        number: row,
        cells: cells.map((cell, index) => (hidden[index] ? '' : cell)),
      })),
    );
  }
  tx.record({ name: 'import.uploaded', ...about('Import', of), details: { rows: rows.length } });
  return true;
}

/** The columns of a region by their names, to be proposed again. */
export function rememberColumns(
  tx: Tx,
  { regionId, kind, columns, mapping }: Pick<ImportEntity, 'regionId' | 'kind' | 'columns' | 'mapping'>,
): void {
  // of two that are called the same, the one that holds something
  const byName = new Map<string, Field | null>();
  columns.forEach((name, index) =>
    byName.set(keyOf(name), byName.get(keyOf(name)) ?? (mapping[index] || null)),
  );
  byName.delete('');
  tx.send('delete from import_columns where region_id = $1 and kind = $2 and name = any ($3)', [
    regionId,
    kind,
    [...byName.keys()],
  ]);
  const rows = [...byName].map(([name, field]) => ({ regionId, kind, name, field }));
  if (rows.length > 0) insert(tx, ImportColumnEntity, rows);
}
