import { together } from '../../db/statements.js';
import type { Tx } from '../../db/transaction.js';
import { find, lockOwner, lockSeen, uuidOf } from '../../writes/find.js';
import { allow, keepsRecordOf } from '../access/policies.js';
import { refuseIfDeceased } from '../people/deceased.js';
import { ErvaringsdeskundigeEntity } from './ervaringsdeskundige.entity.js';

/** The profile that an input names, locked: the viewer's own, or that of a person whose home region they coordinate. */
export async function lockKept(tx: Tx, input: { ervaringsdeskundigeId: string }) {
  const path = ['input', 'ervaringsdeskundigeId'];
  const uuid = uuidOf(input.ervaringsdeskundigeId, 'Ervaringsdeskundige', path);
  const profile = await lockSeen(tx, ErvaringsdeskundigeEntity, uuid, path);
  allow(keepsRecordOf(tx.viewer, { id: profile.personId, regionId: profile.regionId }));
  return profile;
}

/** The same, for what is recorded of them from now on. */
export async function lockLiving(tx: Tx, input: { ervaringsdeskundigeId: string }) {
  const profile = await lockKept(tx, input);
  await refuseIfDeceased(tx, profile.personId, null, ['input', 'ervaringsdeskundigeId']);
  return profile;
}

/** A record that belongs to a profile, as it is once that profile is locked. */
export async function lockOfProfile<Row extends { id: string; ervaringsdeskundigeId: string }>(
  tx: Tx,
  entity: new () => Row,
  id: string,
): Promise<{ row: Row; profile: ErvaringsdeskundigeEntity }> {
  const path = ['input', 'id'];
  const part = { entity, owner: 'ervaringsdeskundigeId' } as const;
  const [profile, row] = await together(
    lockOwner(tx, ErvaringsdeskundigeEntity, part, id, path),
    find(tx, entity, id, path),
  );
  return { row, profile };
}
