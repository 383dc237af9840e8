import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';

/** What each region in which something ended has to do, and the region where they live. As the system. */
export async function makePersonTasks(
  tx: Tx,
  departureId: string,
  kind: 'DIED' | 'STOPPED' | 'DEATH_TAKEN_BACK' | 'STOP_TAKEN_BACK',
): Promise<void> {
  const made = await tx.query<{ id: string; regionId: string }>(
    'select id, region_id as "regionId" from make_person_tasks($1, $2, $3)',
    [departureId, kind, tx.today.toString()],
  );
  for (const task of made) {
    tx.record({ name: 'personTask.opened', ...about('PersonTask', task), details: { kind } });
  }
}
