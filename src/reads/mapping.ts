import { Extensions } from 'type-graphql';
import { getMetadataArgsStorage } from 'typeorm';
import type { GenericSchema } from 'valibot';
import type { Checked, JsonShape } from '../db/json-shape.js';
import { snakeCase } from '../db/columns.js';
import type { Reach } from '../db/viewer-settings.js';
import type { Args, Argument } from './argument.js';
import type { Compute } from './computed.js';
import { raw, sql, type Sql } from './sql.js';

/** The alias of a table row, or an expression for an embedded value. */
export type Row = Sql;
type Entity = new () => object;

/** A scalar or list of scalars: an expression over the row. */
export interface ValueRead {
  readonly kind: 'value';
  readonly sql: (row: Row, args: Args) => Sql;
}

/** An object of its own type made from the same row, or from an expression over it. */
export interface EmbeddedRead {
  readonly kind: 'embedded';
  readonly row: (row: Row) => Row;
  /** null if this is false */
  readonly when?: (row: Row) => Sql;
}

/** A row of another table, determined by the GraphQL type of the field. */
export interface OneRead {
  readonly kind: 'one';
  readonly where: (row: Row, target: Row, args: Args) => Sql;
  /** if several rows may match: the first in this order */
  readonly first?: (target: Row) => Sql;
  /** instead of the type's own table */
  readonly from?: (row: Row) => Sql;
}

export interface ManyRead {
  readonly kind: 'many';
  readonly where: (row: Row, target: Row, args: Args) => Sql;
  readonly orderBy: (target: Row) => Sql;
  /** instead of the type's own table */
  readonly from?: (row: Row) => Sql;
}

export interface ConnectionRead {
  readonly kind: 'connection';
  /** instead of the node type's own table: where the rows come from; their `id` breaks ties and goes into cursors */
  readonly from?: (row: Row, args: Args, reach: Reach) => Sql;
  /**
   * What `from` uses to return its rows in stages that follow each other: a FROM item with one row for each, in
   * order. A stage is read only if those before it do not fill the page.
   */
  readonly stages?: (args: Args) => Sql;
  /** What the rows and their fields use and is evaluated once: common table expressions, without WITH. */
  readonly with?: (row: Row, args: Args) => Sql;
  readonly where?: (row: Row, target: Row, args: Args) => Sql;
  /** instead of the node type's own default order */
  readonly order?: Order;
  /** fields of `filter` that `where` handles itself */
  readonly ownFilters?: readonly string[];
}

/** Any node by its public id (`node`), or many by theirs, in their order (`nodes`). */
export interface NodeRead {
  readonly kind: 'node' | 'nodes';
}

/**
 * Nodes of any type to which a row refers: a FROM item of rows (type text, id uuid), in order; hidden ones are left
 * out.
 */
export interface RefsRead {
  readonly kind: 'ref' | 'refs';
  readonly from: (row: Row) => Sql;
  /** the only types that can occur there; defaults to any node */
  readonly types?: readonly string[];
}

/** A value computed in TypeScript from JSON that the statement returns. */
export interface ComputedRead {
  readonly kind: 'computed';
  readonly material: (row: Row, args: Args) => Sql;
  readonly compute: Compute;
}

export type FieldRead =
  | ValueRead
  | EmbeddedRead
  | OneRead
  | ManyRead
  | ConnectionRead
  | NodeRead
  | RefsRead
  | ComputedRead
  | StoredRead;

/** A stored value; computed if the arguments ask for another one. */
export interface StoredRead {
  readonly kind: 'stored';
  readonly stored: OneRead;
  readonly computed: ComputedRead;
  /** whether the arguments ask for a value that is not stored */
  readonly asked: (args: Args) => boolean;
}

/** A sort order of a connection; the row's id breaks ties. */
export interface Order {
  readonly name: string;
  /** a row that `by` reads as well, at most one per row; without one the order has nothing to go by */
  readonly join?: (row: Row) => Sql;
  /** Divides the joined rows for whoever sees regions only, so that an index returns most of them in this order. */
  readonly divided?: (row: Row) => Divided;
  /** the rows that have nothing to go by, as a column says that an index leads to; for whoever sees all joined rows */
  readonly lacks?: (row: Row) => Sql;
  /** `present`: a filter ensures that the joined row exists, so that its index can be used */
  readonly by: (row: Row, present: boolean) => Sql;
  readonly type: 'text' | 'date' | 'timestamptz' | 'real' | 'integer';
  readonly nullable?: boolean;
  readonly direction: 'ASC' | 'DESC';
}

/** The joined rows of an order for whoever sees regions only: an index returns most of them part by part, in that order. */
export interface Divided {
  /** FROM item of one column, `part.value` */
  readonly parts: Sql;
  /** FROM item of those of one part, with its alias: what `by` reads, and the `id` of the row; and the condition of the part */
  readonly from: Sql;
  readonly alias: Row;
  readonly within: Sql;
  /** condition of the few joined rows that are of none of these */
  readonly others: Sql;
}

/**
 * A condition on the row; or a query whose rows are found once, whether for the page or to be counted, and joined as
 * `found`, and whose score sorts the best first; or the few values (a FROM item of one column, `part.value`) that a
 * column is among: the page is then composed of the first rows of each, which an index on that column and the order
 * returns without reading the others; or a condition on a row `beside` (a FROM item with its ON), which must then exist;
 * an order with its own `join` reads it too.
 */
export type FilterRead = (
  row: Row,
  given: Argument,
  /** of the viewer, in a list of all rows that they see; null in any other */
  reach: Reach | null,
) => Sql | { found: Sql; on: Sql; best: Sql } | Parts | { beside: Sql; where: Sql };

/** The values of a column that make up a list. */
export interface Parts {
  readonly column: string;
  readonly among: Sql;
}

export interface TableRead {
  readonly table: string;
  readonly columns: ReadonlyMap<string, string>;
  readonly filters: Readonly<Record<string, FilterRead>>;
  /** by enum value of the type's order input; the direction there is the default one */
  readonly orders: Readonly<Record<string, Omit<Order, 'name'>>>;
  readonly defaultOrder?: string;
  /** false: the rows have no `id` of their own */
  readonly identified: boolean;
  /** whoever is signed in sees every row */
  readonly seenByAll: boolean;
  /**
   * the column of the person whose details a row holds, or of the invitation of somebody who is none yet: that somebody
   * was told them is logged before they are
   */
  readonly whose?: string;
}

type TableOptions = Partial<
  Pick<TableRead, 'filters' | 'orders' | 'defaultOrder' | 'identified' | 'seenByAll' | 'whose'>
>;

/** Type decorator: the type's rows are those of the entity's table; its plain fields are the entity's columns. */
export function Table(entity: Entity, options: TableOptions = {}): ClassDecorator {
  const read = (): TableRead => ({
    table: tableOf(entity),
    columns: columnsOf(entity),
    filters: {},
    orders: {},
    identified: true,
    seenByAll: false,
    ...options,
  });
  return Extensions({ table: read() });
}

/**
 * Type decorator: the type has no table; its connections state in `from` where the rows come from. `name` goes into
 * cursors.
 */
export function Rows(name: string, options: Pick<TableRead, 'orders' | 'defaultOrder'>): ClassDecorator {
  const none = { columns: new Map<string, string>(), filters: {}, identified: false, seenByAll: false };
  const read: TableRead = { table: name, ...none, ...options };
  return Extensions({ table: read });
}

/** Field decorator: where the field comes from, if not from a column of the same name. */
export function Reads(read: FieldRead): MethodDecorator & PropertyDecorator {
  return Extensions({ read });
}

/** The body of a resolver method whose field the read engine plans. It is never called. */
export function readByEngine(): never {
  throw new Error('this field is read by the read engine');
}

export function value(expression: ValueRead['sql']): ValueRead {
  return { kind: 'value', sql: expression };
}

export function embedded(
  row: EmbeddedRead['row'] = (same) => same,
  when?: EmbeddedRead['when'],
): EmbeddedRead {
  return { kind: 'embedded', row, when };
}

/** The row that a foreign key column refers to. */
export function one(column: string): OneRead {
  return { kind: 'one', where: (row, target) => sql`${target}.id = ${row}.${raw(column)}` };
}

export function oneWhere(where: OneRead['where'], first?: OneRead['first']): OneRead {
  return { kind: 'one', where, first };
}

/** An object made from a row of a subquery over this row, such as an aggregate. */
export function oneFrom(from: (row: Row) => Sql): OneRead {
  return { kind: 'one', where: () => raw('true'), from };
}

export function refs(from: RefsRead['from']): RefsRead {
  return { kind: 'refs', from };
}

export function ref(from: RefsRead['from'], types?: RefsRead['types']): RefsRead {
  return { kind: 'ref', from, types };
}

/** `material` returns JSON of this shape, which is checked before `compute` receives it. */
export function computed<const Schema extends GenericSchema>(
  material: ComputedRead['material'],
  shape: JsonShape<Schema>,
  compute: Compute<Checked<JsonShape<Schema>>>,
): ComputedRead {
  return {
    kind: 'computed',
    material,
    compute: (given, args, computing) => compute(shape.check(given), args, computing),
  };
}

export function stored(read: Omit<StoredRead, 'kind'>): StoredRead {
  return { kind: 'stored', ...read };
}

/** A root field that takes the public id of its own type. */
export function byId(type: string): OneRead {
  return { kind: 'one', where: (_row, target, args) => sql`${target}.id = ${args.id!.uuid(type)}::uuid` };
}

export function many(read: Omit<ManyRead, 'kind'>): ManyRead {
  return { kind: 'many', ...read };
}

export function connection(read: Omit<ConnectionRead, 'kind'> = {}): ConnectionRead {
  return { kind: 'connection', ...read };
}

function tableOf(entity: Entity): string {
  const table = getMetadataArgsStorage().tables.find((each) => each.target === entity);
  if (!table?.name) throw new Error(`${entity.name} is not an entity with a table name`);
  return table.name;
}

function columnsOf(entity: Entity): ReadonlyMap<string, string> {
  const columns = getMetadataArgsStorage().columns.filter((column) => column.target === entity);
  return new Map(
    columns.map((column) => [column.propertyName, column.options.name ?? snakeCase(column.propertyName)]),
  );
}
