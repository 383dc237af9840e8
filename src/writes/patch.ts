import type { ObjectLiteral } from 'typeorm';
import { insert, remove, update } from '../db/rows.js';
import type { Tx } from '../db/transaction.js';
import type { UseCaseResult } from './use-case.js';

type Entity<Row> = new () => Row;
type Identified = ObjectLiteral & { id: string };

/** How a patch treats an object in it, by the extension `patch` of the field. Lists are replaced as a whole. */
export type Nested =
  /** what it leaves out stays, and null clears */
  | 'merged'
  /** one value, which means something else without one of its parts */
  | 'whole';

/**
 * Thrown by whatever leaves everything as it is: the transaction is rolled back, and with it the lock that counted
 * the version up, and the answer is that of a success.
 */
export class NothingChanged extends Error {
  constructor(readonly refs: UseCaseResult) {
    super('nothing changed');
  }
}

/** What a merged object in a patch says: only what it gives. Null says null of each field. */
export function saidOf<Patch extends object, Field extends keyof Patch>(
  patch: Patch | null | undefined,
  fields: readonly Field[],
): { [Each in Field]?: Patch[Each] | null } {
  const said: { [Each in Field]?: Patch[Each] | null } = {};
  for (const field of fields) {
    const value = patch === null ? null : patch?.[field];
    if (value !== undefined) said[field] = value;
  }
  return said;
}

/** Of the values that a patch gives, those that are not so already. */
export function newsIn<Row extends object>(row: Row, given: Partial<Row>): Partial<Row> {
  const news = Object.entries(given).filter(
    ([field, value]) => value !== undefined && !isSame(value, row[field as keyof Row]),
  );
  return Object.fromEntries(news) as Partial<Row>;
}

/** Whether two values of a column are the same; days and periods are compared as they are written. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** Ends the work where a row is already as somebody wants it. */
export function unlessSo<Row extends object>(row: Row, wanted: Partial<Row>, refs: UseCaseResult): void {
  if (Object.keys(newsIn(row, wanted)).length === 0) throw new NothingChanged(refs);
}

/** Writes the columns of a row that are not so already; false if there are none. */
export function saveNews<Row extends Identified>(
  tx: Tx,
  entity: Entity<Row>,
  row: Row,
  given: Partial<Row>,
): boolean {
  const news = newsIn(row, given);
  if (Object.keys(news).length === 0) return false;
  update<Identified>(tx, entity, { id: row.id }, news);
  return true;
}

/** Links an owner to these and no others; false if that was so already. */
export async function saveLinks<Row extends ObjectLiteral>(
  tx: Tx,
  entity: Entity<Row>,
  owner: Partial<Row>,
  column: keyof Row,
  ids: readonly string[],
): Promise<boolean> {
  const linked = await tx.manager.findBy(entity, owner);
  const before: readonly string[] = linked.map((row) => row[column]);
  const gone = before.filter((id) => !ids.includes(id));
  const added = ids.filter((id) => !before.includes(id));
  if (gone.length > 0) {
    remove(tx, entity, { ...owner, [column]: gone });
  }
  if (added.length > 0) {
    const rows = added.map((id) => ({ ...owner, [column]: id }));
    insert(tx, entity, rows);
  }
  return gone.length + added.length > 0;
}
