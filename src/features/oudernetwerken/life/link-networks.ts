import { insert } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { NetworkSuccessionEntity, OudernetwerkEntity } from '../oudernetwerk.entity.js';

type Network = Pick<OudernetwerkEntity, 'id' | 'regionId'>;

/** Keeps that one network came of another. */
export function link(
  tx: Tx,
  predecessor: Network,
  successor: Network,
  kind: 'MERGED' | 'SPLIT',
  fromDay: PlainDate,
): void {
  insert(tx, NetworkSuccessionEntity, {
    predecessorId: predecessor.id,
    successorId: successor.id,
    regionId: predecessor.regionId,
    kind,
    fromDay,
  });
}

/** The end of a network that went up in another is not recorded apart from that. */
export async function refuseMerged(tx: Tx, { id: predecessorId }: Network): Promise<void> {
  const merged = await tx.manager.findOneBy(NetworkSuccessionEntity, { predecessorId, kind: 'MERGED' });
  if (!merged) return;
  const into = await tx.manager.findOneBy(OudernetwerkEntity, { id: merged.successorId });
  const name = into?.name ?? '';
  throw failure('BUILT_UPON', ['input', 'id'], { what: 'merged', name, from: merged.fromDay });
}
