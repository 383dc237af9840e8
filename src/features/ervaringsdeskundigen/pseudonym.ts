import { randomBytes } from 'node:crypto';
import { asSystem } from '../../db/as-system.js';
import type { Tx } from '../../db/transaction.js';
import { ErvaringsdeskundigeEntity } from './ervaringsdeskundige.entity.js';

/** Random, so that it leads to nobody; unique among all profiles, including hidden ones. */
export async function newPseudonym(tx: Tx): Promise<string> {
  const pseudonym = `Ervaringsdeskundige ${randomBytes(3).toString('hex')}`;
  const isTaken = await asSystem(tx, () => tx.manager.existsBy(ErvaringsdeskundigeEntity, { pseudonym }));
  return isTaken ? newPseudonym(tx) : pseudonym;
}
