import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { isBefore } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { about } from '../../../writes/events.js';
import { findLocked } from '../../../writes/find.js';
import { NothingChanged } from '../../../writes/patch.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { followNetwork } from '../networks/move-networks.js';
import { RegionChangeEntity } from './region-change.entity.js';
import type { RegionChangeApplyInput } from './region-change.type.js';

interface Applied {
  readonly what: 'network' | 'person';
  readonly id: string;
  readonly subjectId: string;
}

/**
 * By the region to which it comes, from the day of the change on. People who were told less than a month ago stay where they
 * are, until it is applied again.
 */
export const applyRegionChange: UseCase<RegionChangeApplyInput, { regionChange: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const change = await findLocked(tx, RegionChangeEntity, input);
    allow(manages(tx.viewer, change.regionId));
    const { id, comes, changesOn } = change;
    if (!comes) throw failure('OTHER_SIDE', ['input', 'id']);
    if (isBefore(tx.today, changesOn)) throw failure('NOT_YET', ['input', 'id'], { on: changesOn });
    const applied = await asSystem(tx, () => apply(tx, change));
    if (applied.length === 0) throw new NothingChanged({ regionChange: id });
    const count = (kind: Applied['what']) => applied.filter(({ what }) => what === kind).length;
    tx.record({
      name: 'regionChange.applied',
      ...about('RegionChange', change),
      details: { networks: count('network'), people: count('person') },
    });
    return { regionChange: id };
  },
};

async function apply(
  tx: Tx,
  { id, regionId, otherRegionId }: RegionChangeEntity,
): Promise<readonly Applied[]> {
  const on = tx.today.toString();
  const applied = await tx.query<Applied>(
    `select what, id, subject_id as "subjectId" from apply_region_change($1, $2, $3, $4)`,
    [id, tx.viewer.accountId, on, tx.now.toString()],
  );
  for (const { what, id: itemId, subjectId: networkId } of applied) {
    if (what === 'network') {
      tx.record({
        name: 'regionAgreement.agreed',
        ...about('RegionAgreement', { id: itemId, regionId }),
        details: {},
      });
      await followNetwork(tx, { networkId, fromRegionId: otherRegionId, toRegionId: regionId, on });
    } else {
      const subject = about('PersonMove', { id: itemId, regionId });
      tx.record({ name: 'personMove.settled', ...subject, details: { because: 'REORGANISED' } });
    }
  }
  return applied;
}
