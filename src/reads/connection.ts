import { failure } from '../kernel/failure.js';
import type { Args } from './argument.js';
import { encoded } from './cursors.js';
import type { Reach } from '../db/viewer-settings.js';
import type { ConnectionRead, Order, Parts, Row, TableRead } from './mapping.js';
import { PageRows } from './page-rows.js';
import { allOf, raw, sql, type Sql, numeral } from './sql.js';

const DEFAULT_PAGE = 25;
const LARGEST_PAGE = 100;

/** The rows of one page, as a FROM item called `page`, and what can be said about them. */
export interface Page {
  /** common table expression that the page and the count use, without WITH */
  readonly common?: Sql;
  /** FROM item; its rows are `row`, in order, numbered `ordinal` from 1 if `peek` asks for it */
  readonly from: Sql;
  /** FILTER clause that leaves out the one extra row that was read to know whether there is more */
  readonly onlyInside: Sql;
  /**
   * ORDER BY of every aggregate over the rows; empty if they come in reading order. All or none: PostgreSQL may sort
   * the rows for one aggregate, and another one without an order then gets them in that order.
   */
  readonly readingOrder: Sql;
  /** of a row */
  readonly cursor: Sql;
  readonly startCursor: Sql;
  readonly endCursor: Sql;
  readonly hasNextPage: Sql;
  readonly hasPreviousPage: Sql;
  readonly totalCount: Sql;
}

/** What a page is asked for besides its arguments. */
interface PageWishes {
  /** whether the request asks if there is more */
  readonly peek: boolean;
  /**
   * Of the viewer, for a list of all rows that there are; null for any other. Whoever sees few of them reads all of those
   * first, which are then filtered and sorted: to look for them along an index in the asked order takes as long as there
   * are rows that they do not see.
   */
  readonly reach: Reach | null;
  /** of the viewer, whatever the list */
  readonly viewedFrom: Reach;
}

/** Compiles filter, order and page of a connection. */
export function pageOf(
  read: ConnectionRead,
  table: TableRead,
  parent: Row,
  row: Row,
  args: Args,
  { peek, reach, viewedFrom }: PageWishes,
): Page {
  const seenFirst = reach === 'personal';
  const { joins, common, conditions, best, parts, present } = filtered(read, table, row, args, reach);
  if (read.where) conditions.unshift(read.where(parent, row, args));

  // else PostgreSQL, which knows little of what a filter leaves, may look through the country in order
  const isRegionFiltered = reach === 'regional' && !parts && conditions.length > 0;
  const backwards = args.last !== undefined;
  const size = pageSize(args);
  const chosen = best && !args.orderBy ? byScore(best) : chosenOrder(read, table, args);
  // a cursor names the list it belongs to
  const order = { ...chosen, name: `${table.table}.${chosen.name}` };
  const stages = read.stages?.(args);
  const origin = read.from
    ? sql`(${read.from(parent, args, viewedFrom)})`
    : rowsOf(table, !best && (seenFirst || isRegionFiltered));
  const source = sql`${origin} ${row}${joins}`;
  const joined = present ? undefined : order.join?.(row);
  const key = order.by(row, present);
  const cursorArgument = backwards ? args.before : args.after;
  const cursors = (['after', 'before'] as const).flatMap((name) => {
    const cursor = args[name];
    return cursor ? [{ cursor, descending: (order.direction === 'DESC') !== (name === 'before') }] : [];
  });
  const counted = parts ? [isAmong(row, parts), ...conditions] : conditions;
  const rows = new PageRows({
    row,
    source,
    order,
    joined,
    key,
    conditions,
    cursors,
    backwards,
    size: peek ? size + 1 : size,
    parts,
    stages,
    reach: best ? null : reach,
  }).query();

  const onlyInside = peek ? sql` filter (where ${row}.ordinal <= ${numeral(size)})` : raw('');
  const readingOrder = backwards ? sql` order by ${row}.ordinal desc` : raw('');
  const cursorAt = (place: Sql) => {
    const there = (part: Sql) => sql`(array_agg(${part}${readingOrder})${onlyInside})[${place}]`;
    const [key, id] = [there(sql`${row}.order_key::text`), there(sql`${row}.id`)];
    return sql`case when ${id} is not null then ${encoded(order, key, id)} end`;
  };
  const more = sql`coalesce(bool_or(${row}.ordinal > ${numeral(size)}), false)`;
  const came = raw(cursorArgument ? 'true' : 'false');
  const numbered = sql`(select ${row}.*, row_number() over () as ordinal from (${rows}) ${row}) ${row}`;
  return {
    common,
    from: peek || backwards ? numbered : sql`(${rows}) ${row}`,
    onlyInside,
    readingOrder,
    cursor: encoded(order, sql`${row}.order_key::text`, sql`${row}.id`),
    startCursor: cursorAt(raw('1')),
    endCursor: cursorAt(sql`count(*)${onlyInside}`),
    hasNextPage: backwards ? came : more,
    hasPreviousPage: backwards ? more : came,
    totalCount: sql`(select count(*) from ${stages ? sql`${stages} cross join lateral ` : raw('')}${source} where ${allOf(counted)})`,
  };
}

/** The found rows of a search are those that the viewer sees already. OFFSET keeps PostgreSQL from looking through. */
function rowsOf({ table }: TableRead, seenFirst: boolean): Sql {
  return seenFirst ? sql`(select * from ${raw(table)} offset 0)` : raw(table);
}

function filtered(read: ConnectionRead, table: TableRead, row: Row, args: Args, reach: Reach | null) {
  const conditions: Sql[] = [];
  let joins = raw('');
  let common: Sql | undefined;
  let best: Sql | undefined;
  let parts: Parts | undefined;
  let present = false;
  for (const [name, filter] of Object.entries(table.filters)) {
    const given = args.filter?.field(name);
    if (!given || read.ownFilters?.includes(name)) continue;
    if (name === 'search' && given.isBlank) continue;
    const found = filter(row, given, reach);
    if ('found' in found) {
      joins = sql`${joins} join found on ${found.on}`;
      common = sql`found as materialized (${found.found})`;
      best = found.best;
    } else if ('beside' in found) {
      if (!present) joins = sql`${joins} join ${found.beside}`;
      present = true;
      conditions.push(found.where);
    } else if (!('among' in found)) conditions.push(found);
    else if (reach === 'personal') conditions.push(isAmong(row, found));
    else parts = found;
  }
  return { joins, common, conditions, best, parts, present };
}

function isAmong(row: Row, { column, among }: Parts): Sql {
  return sql`${row}.${raw(column)} in (${among})`;
}

function byScore(best: Sql): Order {
  return { name: 'SCORE', by: () => best, type: 'real', direction: 'DESC' };
}

function chosenOrder(read: ConnectionRead, table: TableRead, args: Args): Order {
  const field = args.orderBy?.field('field')?.value as string | undefined;
  if (!field && read.order) return read.order;
  const name = field ?? table.defaultOrder;
  const order = name === undefined ? undefined : table.orders[name];
  if (!name || !order) throw new Error(`no order for ${table.table}`);
  const direction =
    (args.orderBy?.field('direction')?.value as Order['direction'] | undefined) ?? order.direction;
  return { ...order, name, direction };
}

function pageSize(args: Args): number {
  const asked = args.last ?? args.first;
  if (!asked) return DEFAULT_PAGE;
  const both = args.first !== undefined && args.last !== undefined;
  const size = Number(asked.value);
  if (!both && size >= 1 && size <= LARGEST_PAGE) return size;
  throw failure('BAD_PAGE', asked.path, { path: asked.path.join('.'), limit: LARGEST_PAGE });
}
