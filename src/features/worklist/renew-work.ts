import { asSystem } from '../../db/as-system.js';
import type { EventListener, Tx } from '../../db/transaction.js';
import type { Renewal } from '../../writes/feature.js';
import { inBatches, type Job } from '../../writes/job.js';
import { dueSubjects, renewSubjects, WATCHED } from './watched-subjects.js';

/** How many subjects one statement assesses; when a day rolls over, one transaction too. */
export const AT_ONCE = 200;

/** Of what a transaction touched. */
export const workRenewals: readonly Renewal[] = WATCHED.map((kind) => ({
  type: kind.type,
  renew: (tx, ids) => renewSubjects(tx, kind, ids),
}));

/**
 * Event listener: renews what this transaction touched, type by type, as the system. In batches, since thresholds of the
 * country touch every network, and in the order in which everybody locks them.
 */
export function renewTouched(renewals: readonly Renewal[]): EventListener {
  return async (tx) => {
    const touched = await tx.query<{ type: string; id: string }>(
      'select type, id from take_stale_of_this_transaction()',
    );
    for (const { type, renew } of renewals) {
      const ids = new Set(touched.filter((each) => each.type === type).map(({ id }) => id));
      const inOrder = [...ids].sort();
      for (let from = 0; from < ids.size; from += AT_ONCE)
        await renew(tx, inOrder.slice(from, from + AT_ONCE));
    }
  };
}

/**
 * Reassesses some of the seats and ervaringsdeskundigen whose assessment is outdated: a day has passed, the rules have
 * changed, or somebody wrote around the service. Returns how many; 0 means that none are left.
 */
export async function renewDueWork(tx: Tx): Promise<number> {
  return asSystem(tx, async () => {
    let judged = 0;
    for (const kind of WATCHED) {
      const ids = await dueSubjects(tx, kind, AT_ONCE);
      await renewSubjects(tx, kind, ids);
      judged += ids.length;
    }
    return judged;
  });
}

/** Reassesses every seat and ervaringsdeskundige whose assessment is outdated. */
export const workRollover: Job = {
  name: 'reassess seats and profiles',
  beforeServing: true,
  run: async (at) => ({ judged: await inBatches(at, renewDueWork) }),
};
