import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import type { Job } from '../../../writes/job.js';
import { makeTask } from '../people/settle-moves.js';

/** Sees ahead of the day what changes, proposes it to both sides, and on the day lets municipalities follow. */
export const findRegionChanges: Job = {
  name: 'changes of regions',
  beforeServing: true,
  run: async ({ asService }) => ({ found: await asService((tx) => asSystem(tx, () => find(tx))) }),
};

async function find(tx: Tx): Promise<number> {
  const [on, at] = [tx.today.toString(), tx.now.toString()];
  await takeBack(tx, on);
  const found = await tx.query<{ id: string; regionId: string }>(
    `select id, region_id as "regionId" from find_region_changes($1, $2)`,
    [on, at],
  );
  await tx.query('select municipalities_follow($1)', [on]);
  for (const change of found) {
    tx.record({ name: 'regionChange.proposed', ...about('RegionChange', change), details: {} });
  }
  return found.length;
}

interface TakenBack {
  readonly id: string;
  readonly personId: string;
  readonly fromRegionId: string;
  readonly toRegionId: string;
  readonly on: string;
  readonly answer: string | null;
  readonly byHand: boolean;
}

/** What a change that is off proposed never was. Whom their region told of it, it tells that too. */
async function takeBack(tx: Tx, today: string): Promise<void> {
  const gone = await tx.query<TakenBack>(
    `select id, person_id as "personId", from_region_id as "fromRegionId", to_region_id as "toRegionId",
       moved_on::text as "on", answer, by_hand as "byHand" from take_back_proposals($1)`,
    [today],
  );
  for (const { id, byHand, ...move } of gone) {
    const { personId, fromRegionId: regionId } = move;
    tx.record({
      name: 'personMove.annulled',
      ...about('PersonMove', { id, regionId }),
      details: { ...move, because: 'REORGANISED' },
    });
    if (byHand) await makeTask(tx, { personId, regionId }, 'CHANGE_IS_OFF');
    else await tx.query('select done_with_move($1, $2)', [personId, today]);
  }
}
