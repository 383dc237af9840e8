import type { Viewer } from '../kernel/viewer.js';
import type { Tx } from './transaction.js';
import { becoming } from './viewer-settings.js';

/**
 * Does part of a transaction of the service with the rights of somebody else and no more: of whoever holds a link that
 * we signed for them. Not inside `asSystem`.
 */
export async function onBehalfOf<Result>(
  tx: Tx,
  viewer: Viewer,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  if (tx.actsAs === 'system') throw new Error('the service acts as itself');
  tx.send(...becoming(viewer));
  const result = await work({ ...tx, viewer }); // a failure here fails the transaction
  tx.send(...becoming(tx.viewer));
  return result;
}
