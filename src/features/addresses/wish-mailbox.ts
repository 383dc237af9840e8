import type { Tx } from '../../db/transaction.js';
import { type AddressWish, changeAddress } from './change-address.js';

/**
 * Asks for the address among the changes to a record, if there is one. One that has to wait is taken out of them: it
 * is not saved yet. Returns whether that changed anything.
 */
export async function wishMailbox<Column extends string>(
  tx: Tx,
  changes: { [Each in Column]?: string | null },
  column: Column,
  wish: Omit<AddressWish, 'wanted'>,
): Promise<boolean> {
  const wanted = changes[column];
  if (wanted === undefined) return false;
  const outcome = await changeAddress(tx, { ...wish, wanted });
  if (outcome === 'WAITS') Reflect.deleteProperty(changes, column);
  return outcome !== 'NOTHING_NEW';
}
