import type { ClientBase } from 'pg';
import type { Progress } from './progress.js';

/**
 * Triggers that keep derived columns row by row, and that mark a network for judging at every row: most of the time of
 * a large seed. Networks that were never judged need no mark.
 */
const DERIVING = [
  ['trekkerschappen', 'follow_role'],
  ['memberships', 'follow_role'],
  ['activities', 'last_activity'],
  ['oudernetwerken', 'mark_stale'],
  ['trekkerschappen', 'mark_stale'],
  ['memberships', 'mark_stale'],
  ['support_arrangements', 'mark_stale'],
  ['school_ties', 'mark_stale'],
  ['person_contacts', 'mark_stale'],
] as const;

/**
 * Does `work` without those triggers, and then at once for all rows what they do. Constraints and the leadership
 * check stay on. A test holds the result to what the triggers would have left.
 */
export async function derivingAtOnce(
  client: ClientBase,
  progress: Progress,
  work: () => Promise<void>,
): Promise<void> {
  for (const [table, trigger] of DERIVING)
    await client.query(`alter table ${table} disable trigger ${trigger}`);
  await work();
  // deferred checks that wait would keep the tables from being altered
  progress.say('the database checks that every network is led on every day');
  await client.query('set constraints all immediate');
  for (const [table, trigger] of DERIVING)
    await client.query(`alter table ${table} enable trigger ${trigger}`);
  // last_activity_on came with the networks
  await client.query(`
    update people p set region_ids = p.region_ids || elsewhere.region_ids
    from (
      select r.person_id, array_agg(distinct r.region_id order by r.region_id) as region_ids
      from (select person_id, region_id from trekkerschappen union all select person_id, region_id from memberships) r
      join people home on home.id = r.person_id and not home.region_ids @> array[r.region_id]
      group by r.person_id
    ) elsewhere
    where p.id = elsewhere.person_id`);
}
