import type { Tx } from '../../db/transaction.js';
import { find, findLocked, lockSeen, uuidOf } from '../../writes/find.js';
import { OudernetwerkEntity, TrekkerschapEntity } from './oudernetwerk.entity.js';

/**
 * Every writer of a network's leadership increments the network's version first: check-then-write alone lets two
 * coordinators end the last two trekkers at the same moment.
 */
export async function lockNetwork(tx: Tx, id: string, path: readonly string[]): Promise<OudernetwerkEntity> {
  return lockSeen(tx, OudernetwerkEntity, uuidOf(id, 'Oudernetwerk', path), path);
}

/** A trekkerschap and its network, the network locked first. */
export async function lockTrekkerschap(
  tx: Tx,
  input: { id: string; expectedVersion?: number | null },
): Promise<{ trekkerschap: TrekkerschapEntity; network: OudernetwerkEntity }> {
  const { oudernetwerkId } = await find(tx, TrekkerschapEntity, input.id, ['input', 'id']);
  const network = await lockSeen(tx, OudernetwerkEntity, oudernetwerkId, ['input', 'id']);
  const trekkerschap = await findLocked(tx, TrekkerschapEntity, input);
  return { trekkerschap, network };
}
