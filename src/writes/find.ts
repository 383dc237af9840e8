import { In, type ObjectLiteral } from 'typeorm';
import { lock, type Part, rowOf } from '../db/rows.js';
import type { Tx } from '../db/transaction.js';
import { type Failure, failure } from '../kernel/failure.js';
import { nodeOf } from '../kernel/node-id.js';

type Entity<Row> = new () => Row;
type Identified = ObjectLiteral & { id: string };
type Versioned = Identified & { version: number };

/** The record that an input names, and the version that its caller read. */
export interface VersionedId {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

/** The uuid in the id of a node of that type; refuses the request if it is something else. */
export function uuidOf(id: string, type: string, path: readonly string[]): string {
  return nodeOf(id, [type], path).uuid;
}

/**
 * The record that an input names, if this viewer sees it; NOT_FOUND otherwise, whether hidden or missing, and CORRECTED
 * where another record replaced it.
 */
export async function find<Row extends Identified>(
  tx: Tx,
  entity: Entity<Row>,
  id: string,
  path: readonly string[],
): Promise<Row> {
  const uuid = uuidOf(id, typeOf(entity), path);
  const row = (await rowOf(tx, entity, uuid)) ?? (await rowItBecame(tx, entity, uuid));
  if (!row) throw await notThere(tx, entity, uuid, path);
  return row;
}

/** The record that one of a person became a part of: its id answers as that one. */
async function rowItBecame<Row extends Identified>(
  tx: Tx,
  entity: Entity<Row>,
  uuid: string,
): Promise<Row | null> {
  const id = await becameOf(tx, entity, uuid);
  return id ? rowOf(tx, entity, id) : null;
}

async function becameOf(tx: Tx, entity: Entity<ObjectLiteral>, uuid: string): Promise<string | null> {
  if (typeOf(entity) !== 'Person') return null;
  const [merged] = await tx.query<{ id: string | null }>('select merged_into($1) as id', [uuid]);
  return merged!.id;
}

/**
 * Of a record that is hidden or missing. Whoever names one that was corrected decided by what it said before: they are
 * told that it was, if they see what replaced it, to which its id leads; and that is not taken instead.
 */
async function notThere(
  tx: Tx,
  entity: Entity<ObjectLiteral>,
  uuid: string,
  path: readonly string[],
): Promise<Failure> {
  const [corrected] = await tx.query<{ id: string | null }>('select corrected_id($1) as id', [uuid]);
  const { id } = corrected!;
  const row = await rowOf(tx, entity, id ?? uuid);
  return failure(id && row ? 'CORRECTED' : 'NOT_FOUND', path);
}

/** The uuids of a list of ids, each of which must exist; NOT_FOUND names the first that does not. */
export async function findAll(
  tx: Tx,
  entity: Entity<Identified>,
  ids: readonly string[],
  path: readonly string[],
): Promise<string[]> {
  const named = ids.map((id, index) => uuidOf(id, typeOf(entity), [...path, String(index)]));
  const uuids: string[] = [];
  for (const uuid of named) uuids.push((await becameOf(tx, entity, uuid)) ?? uuid);
  const rows = await tx.manager.findBy(entity, { id: In(uuids) });
  const there = new Set(rows.map(({ id }) => id));
  const missing = uuids.findIndex((id) => !there.has(id));
  if (missing >= 0) throw await notThere(tx, entity, uuids[missing]!, [...path, String(missing)]);
  return uuids;
}

/** Like `find`, and locks it against other writers; CONFLICT if it is not of the version that the caller read. */
export async function findLocked<Row extends Versioned>(
  tx: Tx,
  entity: Entity<Row>,
  input: VersionedId,
): Promise<Row> {
  const path = ['input', 'id'];
  const row = await lockSeen(tx, entity, uuidOf(input.id, typeOf(entity), path), path);
  expectVersion(row.version - 1, input.expectedVersion);
  return row;
}

/** Like `find`, for a record that is protected by a lock on its parent; CONFLICT as there. */
export async function findExpected<Row extends Versioned>(
  tx: Tx,
  entity: Entity<Row>,
  input: VersionedId,
): Promise<Row> {
  const row = await find(tx, entity, input.id, ['input', 'id']);
  expectVersion(row.version, input.expectedVersion);
  return row;
}

/** Locks a row; NOT_FOUND if it is hidden or missing, FORBIDDEN if it is visible but the viewer may not change it. */
export async function lockSeen<Row extends Versioned>(
  tx: Tx,
  entity: Entity<Row>,
  uuid: string,
  path: readonly string[],
): Promise<Row> {
  const row = await lock(tx, entity, uuid);
  if (row) return row;
  const became = await becameOf(tx, entity, uuid);
  if (became) return lockSeen(tx, entity, became, path);
  if (await rowOf(tx, entity, uuid)) throw failure('FORBIDDEN');
  throw await notThere(tx, entity, uuid, path);
}

/**
 * Locks what a record belongs to, by the id of the record: together with what is asked next, since nothing needs to be
 * read before. Refuses as `lockSeen` does, and with NOT_FOUND if the record itself is hidden or missing.
 */
export async function lockOwner<Row extends Versioned, Of extends Identified>(
  tx: Tx,
  entity: Entity<Row>,
  part: Part<Of>,
  id: string,
  path: readonly string[],
): Promise<Row> {
  const uuid = uuidOf(id, typeOf(part.entity), path);
  const owner = await lock(tx, entity, uuid, part);
  if (owner) return owner;
  const record = await rowOf(tx, part.entity, uuid);
  if (!record) throw await notThere(tx, part.entity, uuid, path);
  return lockSeen(tx, entity, record[part.owner] as string, path);
}

/** CONFLICT if a record is not of the version that the caller read. */
export function expectVersion(actual: number, expected: number | null | undefined): void {
  if (expected != null && expected !== actual) {
    throw failure('CONFLICT', ['input', 'expectedVersion'], { actual });
  }
}

/** The GraphQL type of an entity. */
function typeOf(entity: Entity<unknown>): string {
  return entity.name.replace(/Entity$/, '');
}
