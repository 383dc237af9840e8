import { together } from '../../db/statements.js';
import type { Tx } from '../../db/transaction.js';
import { findLocked, lockOwner, lockSeen, uuidOf, type VersionedId } from '../../writes/find.js';
import { asPlanned } from './network-end.js';
import { OudernetwerkEntity, TrekkerschapEntity } from './oudernetwerk.entity.js';

/**
 * Every writer of a network's leadership increments the network's version first: check-then-write alone lets two
 * coordinators end the last two trekkers at the same moment.
 */
export async function lockNetwork(tx: Tx, id: string, path: readonly string[]): Promise<OudernetwerkEntity> {
  return lockSeen(tx, OudernetwerkEntity, uuidOf(id, 'Oudernetwerk', path), path);
}

/** The network of something that belongs to one, locked. */
export async function lockNetworkOf(
  tx: Tx,
  entity: new () => { id: string; oudernetwerkId: string },
  id: string,
  path: readonly string[],
): Promise<OudernetwerkEntity> {
  const part = { entity, owner: 'oudernetwerkId' } as const;
  return lockOwner(tx, OudernetwerkEntity, part, id, path);
}

/** Networks, locked in the order of their ids: two who lock the same ones take turns. */
export async function lockInOrder(
  tx: Tx,
  named: readonly { readonly id: string; readonly path: readonly string[] }[],
): Promise<ReadonlyMap<string, OudernetwerkEntity>> {
  const locked = new Map<string, OudernetwerkEntity>();
  for (const { id, path } of [...named].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    locked.set(id, await lockSeen(tx, OudernetwerkEntity, id, path));
  }
  return locked;
}

/** A merge moved something to another network while we waited for the lock of the first. */
export class WentElsewhere extends Error {
  override name = 'WentElsewhere';
  override message = 'it belongs to another network by now';
  /** as PostgreSQL says it of what it cannot put in order: the whole use-case runs again, and finds it where it is */
  readonly code = '40001';
}

/** The network that was locked first, and what belongs to it as it is since then. */
export async function lockedFirst<Row extends { readonly oudernetwerkId: string }>(
  network: Promise<OudernetwerkEntity>,
  row: Promise<Row>,
): Promise<[OudernetwerkEntity, Row]> {
  const [locked, found] = await together(network, row);
  if (found.oudernetwerkId !== locked.id) throw new WentElsewhere();
  return [locked, found];
}

/** A trekkerschap, as it would be without an end of the network to come, and that network, which is locked first. */
export async function lockTrekkerschap(
  tx: Tx,
  input: VersionedId,
): Promise<{ trekkerschap: TrekkerschapEntity; network: OudernetwerkEntity }> {
  const [network, trekkerschap] = await lockedFirst(
    lockNetworkOf(tx, TrekkerschapEntity, input.id, ['input', 'id']),
    findLocked(tx, TrekkerschapEntity, input),
  );
  return { trekkerschap: await asPlanned(tx, network, trekkerschap), network };
}
