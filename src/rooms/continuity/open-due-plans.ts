import type { Tx } from '../../db/transaction.js';
import type { Judged } from './keep-assessments.js';

/** Opens the succession plans whose lead time has begun; gives the networks that got one. */
export async function openDuePlans(_tx: Tx, _judged: readonly Judged[]): Promise<string[]> {
  return Promise.resolve([]);
}
