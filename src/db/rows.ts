import type { EntityMetadata, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import type { Tx } from './transaction.js';

type Entity<Row> = new () => Row;

/** Rows that have these values; one of them, where a list is given. */
type Where<Row> = { readonly [Field in keyof Row]?: Row[Field] | readonly Row[Field][] };

/** Inserts rows. What one of them leaves out gets its default. */
export function insert<Row extends ObjectLiteral>(
  tx: Tx,
  entity: Entity<Row>,
  rows: Partial<Row> | readonly Partial<Row>[],
): void {
  const all: readonly Partial<Row>[] = Array.isArray(rows) ? rows : [rows as Partial<Row>];
  const { tableName, columns } = metadataOf(tx, entity);
  const given = columns.filter(
    (column) => column.isInsert && all.some((row) => row[column.propertyName] !== undefined),
  );
  const values = new Values();
  const tuples = all.map((row) => `(${given.map((column) => values.orDefault(column, row)).join(', ')})`);
  const names = given.map((column) => column.databaseName).join(', ');
  tx.send(`insert into ${tableName} (${names}) values ${tuples.join(', ')}`, values.list);
}

/** Sets the given columns of the rows where … */
export function update<Row extends ObjectLiteral>(
  tx: Tx,
  entity: Entity<Row>,
  where: Where<Row>,
  changes: Partial<Row>,
): void {
  const { tableName, columns } = metadataOf(tx, entity);
  const values = new Values();
  const sets = columns
    .filter(({ isUpdate, propertyName }) => isUpdate && changes[propertyName] !== undefined)
    .map((column) => `${column.databaseName} = ${values.orDefault(column, changes)}`);
  if (sets.length === 0) return;
  tx.send(
    `update ${tableName} set ${sets.join(', ')} where ${values.conditions(columns, where)}`,
    values.list,
  );
}

/** Deletes the rows where … */
export function remove<Row extends ObjectLiteral>(tx: Tx, entity: Entity<Row>, where: Where<Row>): void {
  const { tableName, columns } = metadataOf(tx, entity);
  const values = new Values();
  tx.send(`delete from ${tableName} where ${values.conditions(columns, where)}`, values.list);
}

/** A table whose rows belong to others, and the column that says to which. */
export interface Part<Row extends ObjectLiteral> {
  readonly entity: Entity<Row>;
  readonly owner: keyof Row & string;
}

/**
 * Locks an aggregate by incrementing its version before anything is read of it: of two sessions one waits. Null if
 * the row is not visible to this viewer. `version` in the result is the new one. `part`: the id is that of a part of it.
 */
export async function lock<Row extends ObjectLiteral, Of extends ObjectLiteral>(
  tx: Tx,
  entity: Entity<Row>,
  id: string,
  part?: Part<Of>,
): Promise<Row | null> {
  const metadata = metadataOf(tx, entity);
  const which = part ? `(${ownerOf(metadataOf(tx, part.entity), part.owner)})` : '$1';
  const [raw] = await tx.query<Record<string, unknown>>(
    `update ${metadata.tableName} set version = version + 1 where id = ${which} returning *`,
    [id],
  );
  return raw ? entityOf(entity, metadata, raw) : null;
}

/** The row with that id; null if it does not exist or is not visible to this viewer. `for share`: nobody changes it. */
export async function rowOf<Row extends ObjectLiteral>(
  tx: Tx,
  entity: Entity<Row>,
  id: string,
  held: '' | 'for share' = '',
): Promise<Row | null> {
  const [row] = await rowsWhere(tx, entity, `id = $1 ${held}`, [id]);
  return row ?? null;
}

/** The rows that this viewer sees of which a condition in SQL holds; `$1` and so on are the values. */
export async function rowsWhere<Row extends ObjectLiteral>(
  tx: Tx,
  entity: Entity<Row>,
  condition: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const metadata = metadataOf(tx, entity);
  const names = metadata.columns.map(({ databaseName }) => databaseName);
  const rows = await tx.query<Record<string, unknown>>(
    `select ${names.join(', ')} from ${metadata.tableName} where ${condition}`,
    values,
  );
  return rows.map((raw) => entityOf(entity, metadata, raw));
}

function ownerOf({ tableName, columns }: EntityMetadata, owner: string): string {
  const column = columns.find(({ propertyName }) => propertyName === owner);
  return `select ${column!.databaseName} from ${tableName} where id = $1`;
}

function metadataOf(tx: Tx, entity: Entity<ObjectLiteral>): EntityMetadata {
  return tx.manager.dataSource.getMetadata(entity);
}

/** An entity from a row of `returning *`, by the column names and transformers of its mapping. */
function entityOf<Row extends ObjectLiteral>(
  entity: Entity<Row>,
  { columns }: EntityMetadata,
  raw: Record<string, unknown>,
): Row {
  const row = new entity();
  for (const column of columns) {
    const transformer = column.transformer;
    const value = raw[column.databaseName];
    const read: unknown = transformer && !Array.isArray(transformer) ? transformer.from(value) : value;
    (row as Record<string, unknown>)[column.propertyName] = read;
  }
  return row;
}

/** The values of a statement, and what stands for them in its text. */
class Values {
  readonly list: unknown[] = [];

  orDefault(column: ColumnMetadata, row: ObjectLiteral): string {
    const value: unknown = row[column.propertyName];
    return value === undefined ? 'default' : this.placed(stored(column, value));
  }

  conditions(columns: readonly ColumnMetadata[], where: ObjectLiteral): string {
    const conditions = Object.entries(where).map(([field, value]) => {
      const column = columns.find(({ propertyName }) => propertyName === field);
      if (!column || value === undefined) throw new Error(`Which rows are meant is not said: ${field}`);
      return this.condition(column, value);
    });
    if (conditions.length === 0) throw new Error('Which rows are meant is not said');
    return conditions.join(' and ');
  }

  private condition(column: ColumnMetadata, value: unknown): string {
    const name = column.databaseName;
    if (value === null) return `${name} is null`;
    if (!Array.isArray(value)) return `${name} = ${this.placed(stored(column, value))}`;
    return `${name} = any (${this.placed(value.map((each) => stored(column, each)))})`;
  }

  private placed(value: unknown): string {
    return `$${this.list.push(value)}`;
  }
}

/** A value of an entity as its column holds it. */
function stored({ transformer, type }: ColumnMetadata, value: unknown): unknown {
  if (transformer && !Array.isArray(transformer)) return transformer.to(value);
  return type === 'jsonb' && value !== null ? JSON.stringify(value) : value;
}
