import { day } from '../kernel/clock.js';
import { failure } from '../kernel/failure.js';
import { isUuid } from '../kernel/node-id.js';
import type { Argument } from './argument.js';
import type { Order, Row } from './mapping.js';
import { Parameter, literal, raw, sql, type Sql } from './sql.js';

/** `[list and order, key, id]` as base64url JSON. */
export function encoded(order: Order, key: Sql, id: Sql): Sql {
  return base64url(sql`json_build_array(${literal(tag(order))}, ${key}, ${id})::text`);
}

/** As public ids and cursors are written. */
export function base64url(text: Sql): Sql {
  return sql`translate(encode(convert_to(${text}, 'UTF8'), 'base64'), E'+/=\n', '-_')`;
}

function tag(order: Order): string {
  return `${order.name}.${order.direction}`;
}

/** The rows past a cursor; nulls are last in reading direction. */
export function beyond(order: Order, sorted: Sql, row: Row, cursor: Argument, descending: boolean): Sql {
  const ordered = pastOrdered(order, sorted, row, cursor, descending);
  if (!order.nullable) return ordered;
  return sql`case when ${sorted} is null then ${pastUnordered(order, row, cursor, descending)} else ${ordered} end`;
}

/** Of the rows that have something to be ordered by: those past a cursor. */
export function pastOrdered(order: Order, sorted: Sql, row: Row, cursor: Argument, descending: boolean): Sql {
  const { key, id } = partsOf(order, cursor);
  const past = raw(descending ? '<' : '>');
  const further = sql`(${sorted}, ${row}.id) ${past} (${key}, ${id})`;
  if (!order.nullable) return further;
  // the first condition is there for the index
  if (hasNullsAhead(order, descending)) return sql`(${sorted} ${past}= ${key} and ${further})`;
  return sql`(${key} is null or ${further})`;
}

/** Of the rows that have nothing to be ordered by: those past a cursor. */
export function pastUnordered(order: Order, row: Row, cursor: Argument, descending: boolean): Sql {
  const { key, id } = partsOf(order, cursor);
  const past = sql`${row}.id ${raw(descending ? '<' : '>')} ${id}`;
  return hasNullsAhead(order, descending)
    ? sql`(${key} is not null or ${past})`
    : sql`(${key} is null and ${past})`;
}

/** Nulls are last in reading direction. */
function hasNullsAhead(order: Order, descending: boolean): boolean {
  return (order.direction === 'DESC') === descending;
}

function partsOf(order: Order, cursor: Argument): { key: Sql; id: Sql } {
  const decoded = memoised(cursor.parameter.map((text) => decode(String(text), order, cursor.path)));
  return {
    key: sql`${decoded.map((parts) => (parts as Cursor).key)}::${raw(order.type)}`,
    id: sql`${decoded.map((parts) => (parts as Cursor).id)}::uuid`,
  };
}

interface Cursor {
  readonly key: string | null;
  readonly id: string;
}

const KEYS: Record<Order['type'], RegExp> = {
  text: /^[^\0]*$/s,
  date: /^\d{4}-\d{2}-\d{2}$/,
  timestamptz: /^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?$/,
  real: /^-?\d{1,9}(\.\d{1,9})?(e[+-][0-2]\d)?$/,
  integer: /^-?\d{1,9}$/,
};

/** Whether PostgreSQL can read it: a cursor may come from anywhere. */
function isKey(type: Order['type'], key: string): boolean {
  if (!KEYS[type].test(key)) return false;
  if (type === 'date' || type === 'timestamptz') day(key.slice(0, 10)); // throws
  return true;
}

function decode(text: string, order: Order, path: readonly string[]): Cursor {
  try {
    const [name, key, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[];
    const fits = key === null ? order.nullable : typeof key === 'string' && isKey(order.type, key);
    if (name === tag(order) && fits && typeof id === 'string' && isUuid(id))
      return { key: key as string | null, id };
  } catch {
    // not JSON, or not a day: refused below like any other foreign cursor
  }
  throw failure('BAD_CURSOR', path, { path: path.join('.') });
}

/** A page's cursor is decoded once per request although key and id are bound separately. */
function memoised(parameter: Parameter): Parameter {
  const seen = new WeakMap<object, unknown>();
  return new Parameter((input) => {
    if (!seen.has(input)) seen.set(input, parameter.of(input));
    return seen.get(input);
  });
}
