import type { ObjectLiteral } from 'typeorm';
import type { Tx } from './transaction.js';

type Entity<Row> = new () => Row;

/** An entity from a row of `returning *`, by the column names and transformers of its mapping. */
function entityOf<Row extends ObjectLiteral>(tx: Tx, entity: Entity<Row>, raw: Record<string, unknown>): Row {
  const metadata = tx.manager.dataSource.getMetadata(entity);
  const row = new entity();
  for (const column of metadata.columns) {
    const transformer = column.transformer;
    const value = raw[column.databaseName];
    const read: unknown = transformer && !Array.isArray(transformer) ? transformer.from(value) : value;
    (row as Record<string, unknown>)[column.propertyName] = read;
  }
  return row;
}

/**
 * Locks an aggregate by incrementing its version before anything is read of it: of two sessions one waits. Null if
 * the row is not visible to this viewer. `version` in the result is the new one.
 */
export async function lock<Row extends ObjectLiteral>(
  tx: Tx,
  entity: Entity<Row>,
  id: string,
): Promise<Row | null> {
  const table = tx.manager.dataSource.getMetadata(entity).tableName;
  const [raw] = await tx.query<Record<string, unknown>>(
    `update ${table} set version = version + 1 where id = $1 returning *`,
    [id],
  );
  return raw ? entityOf(tx, entity, raw) : null;
}
