import { asSystem } from '../../db/as-system.js';
import type { Tx } from '../../db/transaction.js';
import { inBatches, type Job } from '../../writes/job.js';
import type { Subject } from './sync-work.js';
import { dueSubjects, renewSubjects, WATCHED } from './watched-subjects.js';

/** How many subjects one statement assesses; when a day rolls over, one transaction too. */
export const AT_ONCE = 200;

/**
 * Event listener: reassesses, before commit, the seats and ervaringsdeskundigen that this transaction touched. As the
 * system.
 */
export async function renewWork(tx: Tx): Promise<void> {
  for (const kind of WATCHED) {
    await renewTouched(tx, kind.type, (ids) => renewSubjects(tx, kind, ids));
  }
}

/**
 * Renews what this transaction touched of one type: in batches, as thresholds of the country touch every network, and
 * in the order in which everybody locks them. As the system.
 */
export async function renewTouched(
  tx: Tx,
  type: Subject['type'],
  renew: (ids: readonly string[]) => Promise<void>,
): Promise<void> {
  const touched = await tx.query<{ id: string }>(
    `delete from stale_subjects where xact = pg_current_xact_id() and subject_type = $1 returning subject_id as id`,
    [type],
  );
  const ids = [...new Set(touched.map(({ id }) => id))].sort();
  for (let from = 0; from < ids.length; from += AT_ONCE) await renew(ids.slice(from, from + AT_ONCE));
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
