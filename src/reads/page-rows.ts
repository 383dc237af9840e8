import type { Reach } from '../db/viewer-settings.js';
import type { Argument } from './argument.js';
import { beyond, pastOrdered, pastUnordered } from './cursors.js';
import type { Divided, Order, Parts, Row } from './mapping.js';
import { allOf, numeral, raw, sql, type Sql } from './sql.js';

/** How many rows of an order are looked through for a page of what a filter leaves. */
const near = (size: number) => 1_000 + 40 * size;

/** What the rows of a page are taken from, and how they follow each other. */
export interface Listed {
  readonly row: Row;
  /** FROM items */
  readonly source: Sql;
  readonly order: Order;
  /** what the order joins, and is not joined by a filter already */
  readonly joined?: Sql;
  readonly key: Sql;
  readonly conditions: readonly Sql[];
  readonly cursors: readonly { readonly cursor: Argument; readonly descending: boolean }[];
  /** from the end: rows come in reverse */
  readonly backwards: boolean;
  readonly size: number;
  readonly parts?: Parts;
  readonly stages?: Sql;
  /** null: it is not a list of all that the viewer sees, or a search found them */
  readonly reach: Reach | null;
}

/** A query of the rows of a page, with what they are ordered by as `order_key`. */
export class PageRows {
  private readonly way: Sql;
  private readonly nulls: Sql;
  private readonly limit: Sql;

  constructor(private readonly list: Listed) {
    const { order, backwards, size } = list;
    this.way = raw((order.direction === 'DESC') !== backwards ? 'desc' : 'asc');
    this.nulls = raw(order.nullable ? (backwards ? ' nulls first' : ' nulls last') : '');
    this.limit = limited(size);
  }

  query(): Sql {
    const { row, order, joined, conditions, parts, stages, reach } = this.list;
    if (parts) {
      const inPart = [sql`${row}.${raw(parts.column)} = part.value`];
      const inOrder = this.inOrder(sql`${row}.order_key`, row, this.nulls);
      return this.firstOfEach(sql`(${parts.among}) part (value)`, inPart, inOrder);
    }
    // a stage comes wholly before the next
    if (stages) return this.firstOfEach(stages, [], raw(''));
    const divided = reach === 'regional' ? order.divided : undefined;
    if (joined && order.nullable && (reach === 'national' || divided)) {
      if (conditions.length === 0) return this.apart(joined, divided, this.limit);
      // a filter of a region may leave few: those are found first, and sorted then
      if (order.lacks && !divided) return this.nearFirst(joined);
    }
    return this.firstRows([]);
  }

  private firstRows(where: readonly Sql[]): Sql {
    const { row, source, joined, order, key, conditions, cursors } = this.list;
    const past = cursors.map(({ cursor, descending }) => beyond(order, key, row, cursor, descending));
    return sql`select ${row}.*, ${key} as order_key
      from ${source}${joined ? sql` left join ${joined}` : raw('')}
      where ${allOf([...where, ...conditions, ...past])}${this.inOrder(key, row, this.nulls)}${this.limit}`;
  }

  private firstOfEach(each: Sql, where: readonly Sql[], inOrder: Sql): Sql {
    const { row } = this.list;
    return sql`select ${row}.* from ${each} cross join lateral (${this.firstRows(where)}) ${row}${inOrder}${this.limit}`;
  }

  /**
   * A filter may leave few of many, or most of them: the page is looked for among the first rows in order, and if it is
   * not filled there, among all that the filter leaves.
   */
  private nearFirst(joined: Sql): Sql {
    const { row, conditions, size } = this.list;
    const isFull = sql`(select count(*) from near) >= ${numeral(size)}`;
    return sql`with near as materialized (
        select ${row}.* from (${this.apart(joined, undefined, limited(near(size)))}) ${row}
        where ${allOf(conditions)}${this.limit})
      (select * from near where ${isFull})
      union all (select ${row}.* from (${this.firstRows([])}) ${row} where not ${isFull})`;
  }

  /**
   * First those with something to be ordered by, for which an index returns them in that order, and then those without,
   * who are looked for only if the page is not full.
   */
  private apart(joined: Sql, divided: Order['divided'], limit: Sql): Sql {
    const { row, backwards } = this.list;
    const having = divided
      ? this.ofParts(joined, divided(row), limit)
      : this.having(joined, this.past(), limit);
    const lacking = this.lacking(joined, limit);
    const [first, second] = backwards ? [lacking, having] : [having, lacking];
    return sql`select ${row}.* from ((${first}) union all (${second})) ${row}${limit}`;
  }

  private having(joined: Sql, where: readonly Sql[], limit: Sql): Sql {
    const { row, source, key } = this.list;
    return sql`select ${row}.*, ${key} as order_key from ${source} join ${joined}
      where ${allOf([sql`${key} is not null`, ...where])}${this.inOrder(key, row)}${limit}`;
  }

  private ofParts(joined: Sql, { parts, from, alias, within, others }: Divided, limit: Sql): Sql {
    const { row, key } = this.list;
    const ofEach = sql`(select ${alias}.* from ${parts} cross join lateral (select ${alias}.* from ${from}
        where ${allOf([within, ...this.past(alias)])}${this.inOrder(key, alias)}${limit}) ${alias}) ${alias}
      on ${alias}.id = ${row}.id`;
    return sql`select ${row}.* from ((${this.having(ofEach, [], limit)})
        union all (${this.having(joined, [others, ...this.past()], limit)})) ${row}
      ${this.inOrder(sql`${row}.order_key`, row)}${limit}`;
  }

  private lacking(joined: Sql, limit: Sql): Sql {
    const { row, source, order, key, cursors } = this.list;
    const past = cursors.map(({ cursor, descending }) => pastUnordered(order, row, cursor, descending));
    const marked = order.lacks?.(row);
    const those = marked
      ? sql`select ${row}.*, null::${raw(order.type)} as order_key from ${source} where ${allOf([marked, ...past])}`
      : sql`select ${row}.*, ${key} as order_key from ${source} left join ${joined}
          where ${allOf([sql`${key} is null`, ...past])} offset 0`;
    return sql`select ${row}.* from (${those}) ${row} order by ${row}.id ${this.way}${limit}`;
  }

  private past(of = this.list.row): readonly Sql[] {
    const { order, key, cursors } = this.list;
    return cursors.map(({ cursor, descending }) => pastOrdered(order, key, of, cursor, descending));
  }

  private inOrder(key: Sql, of: Row, nulls = raw('')): Sql {
    return sql` order by ${key} ${this.way}${nulls}, ${of}.id ${this.way}`;
  }
}

function limited(rows: number): Sql {
  return sql` limit ${numeral(rows)}`;
}
