import type { Tx } from '../../db/transaction.js';
import { find, lockSeen, uuidOf } from '../../writes/find.js';
import { allow, isSelf, manages } from '../access/policies.js';
import { ErvaringsdeskundigeEntity } from './ervaringsdeskundige.entity.js';

/** The profile that an input names, locked: the viewer's own, or that of a person whose home region they coordinate. */
export async function lockKept(tx: Tx, input: { ervaringsdeskundigeId: string }) {
  const path = ['input', 'ervaringsdeskundigeId'];
  const uuid = uuidOf(input.ervaringsdeskundigeId, 'Ervaringsdeskundige', path);
  const profile = await lockSeen(tx, ErvaringsdeskundigeEntity, uuid, path);
  allow(isSelf(tx.viewer, profile.personId) || manages(tx.viewer, profile.regionId));
  return profile;
}

/**
 * A record that belongs to a profile, and that profile, locked; read again, because it may have changed before the
 * lock.
 */
export async function lockOfProfile<Row extends { id: string; ervaringsdeskundigeId: string }>(
  tx: Tx,
  entity: new () => Row,
  id: string,
): Promise<{ row: Row; profile: ErvaringsdeskundigeEntity }> {
  const path = ['input', 'id'];
  const { ervaringsdeskundigeId } = await find(tx, entity, id, path);
  const profile = await lockSeen(tx, ErvaringsdeskundigeEntity, ervaringsdeskundigeId, path);
  return { row: await find(tx, entity, id, path), profile };
}
