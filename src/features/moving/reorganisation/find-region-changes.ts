import { asSystem } from '../../../db/as-system.js';
import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import type { Job } from '../../../writes/job.js';

/** Sees ahead of the day what changes, proposes it to both sides, and on the day lets municipalities follow. */
export const findRegionChanges: Job = {
  name: 'changes of regions',
  beforeServing: true,
  run: async ({ asService }) => ({ found: await asService((tx) => asSystem(tx, () => find(tx))) }),
};

async function find(tx: Tx): Promise<number> {
  const [on, at] = [tx.today.toString(), tx.now.toString()];
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
