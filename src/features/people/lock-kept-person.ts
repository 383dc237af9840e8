import type { Tx } from '../../db/transaction.js';
import { lockSeen, uuidOf } from '../../writes/find.js';
import { allow, keepsRecordOf } from '../access/policies.js';
import { PersonEntity } from './person.entity.js';

/** Somebody whose record the viewer keeps, locked. */
export async function lockKeptPerson(tx: Tx, id: string, path: readonly string[]): Promise<PersonEntity> {
  const person = await lockSeen(tx, PersonEntity, uuidOf(id, 'Person', path), path);
  allow(keepsRecordOf(tx.viewer, person));
  return person;
}
