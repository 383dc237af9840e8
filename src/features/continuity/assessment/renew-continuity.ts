import { asSystem } from '../../../db/as-system.js';
import { inBatches, type Job } from '../../../writes/job.js';
import type { Tx } from '../../../db/transaction.js';
import type { Renewal } from '../../../writes/feature.js';
import { assess, RULE_VERSION } from './assess.js';
import { type Judged, syncAssessments } from './sync-assessments.js';
import { syncPlans } from './sync-plans.js';
import { NETWORK_FACTS } from './network-facts.js';
import { AT_ONCE } from '../../worklist/renew-work.js';
import { noLongerStale } from '../../worklist/sync-work.js';

/** Of the networks that a transaction touched. */
export const networkRenewal: Renewal<'Oudernetwerk'> = { type: 'Oudernetwerk', renew: renewSome };

/**
 * Reassesses some of the networks whose assessment is outdated: a day has passed, the rules have changed, or somebody
 * wrote around the service. Returns how many; 0 means that none are left.
 */
export async function renewDueNetworks(tx: Tx): Promise<number> {
  return asSystem(tx, async () => {
    const due = await tx.query<{ id: string }>(
      `select n.id from oudernetwerken n left join continuities c on c.oudernetwerk_id = n.id
         where c.changes_on <= $1 or c.rule_version <> $2 or c.assessed_on > $1
           or c is null and network_status(n.phase, n.ended_on, $1::date) <> 'ENDED'
         union select subject_id from stale_subjects where subject_type = 'Oudernetwerk'
         order by 1 limit $3`,
      [tx.today.toString(), RULE_VERSION, AT_ONCE],
    );
    const ids = due.map(({ id }) => id);
    await renewSome(tx, ids);
    return ids.length;
  });
}

/** Reassesses every network whose assessment is outdated. */
export const networkRollover: Job = {
  name: 'reassess networks',
  beforeServing: true,
  run: async (at) => ({ judged: await inBatches(at, renewDueNetworks) }),
};

/**
 * Locks the assessments first, always in the same order, and only then reads: of two sessions that touch the same
 * network, the second one sees what the first one wrote. What was stale before it read is no longer stale.
 */
async function renewSome(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  noLongerStale(tx, ids);
  tx.send(
    `insert into continuities (oudernetwerk_id, region_id, band, severity, rule_version, computed_at, assessed_on)
     select id, region_id, 'STABLE', 0, 0, $2, $3 from oudernetwerken where id = any ($1::uuid[]) order by id
     on conflict (oudernetwerk_id) do update set computed_at = excluded.computed_at`,
    [ids, tx.now.toString(), tx.today.toString()],
  );
  const judged = await judge(tx, ids);
  const planned = await syncPlans(tx, judged);
  if (planned.length > 0) noLongerStale(tx, planned);
  const again = await judge(tx, planned);
  await syncAssessments(tx, [...judged.filter(({ facts }) => !planned.includes(facts.id)), ...again]);
}

async function judge(tx: Tx, ids: readonly string[]): Promise<Judged[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query<{ facts: string }>(
    'select facts::text as facts from continuity_facts($1::uuid[], $2::date)',
    [ids, tx.today.toString()],
  );
  return rows.map((row) => {
    const facts = NETWORK_FACTS.parse(row.facts);
    return { facts, assessment: assess(facts, tx.today) };
  });
}
