import { In, IsNull, Not } from 'typeorm';
import type { Tx } from '../../../db/transaction.js';
import { day, type PlainDate } from '../../../kernel/clock.js';
import { TrekkerschapEntity } from '../../oudernetwerken/oudernetwerk.entity.js';
import { followDeparture } from '../candidates/follow-candidates.js';
import { SuccessionPlanEntity } from '../succession.entity.js';
import { isLed, seekForLast, trekkerschapContinued, trekkerschapStarted } from './follow-leadership.js';
import { neverSought } from './follow-undo.js';
import { openPlan } from './open-plan.js';
import { closeStopped, countUp } from './stop-succession.js';

/** The search for whoever follows a trekker is where that trekker is. */
export async function plansGoAlong(tx: Tx, oudernetwerkId: string): Promise<void> {
  await tx.query(
    `update succession_plans p set oudernetwerk_id = t.oudernetwerk_id, version = p.version + 1
     from trekkerschappen t
     where t.id = p.trekkerschap_id and p.closed_on is null and p.oudernetwerk_id = $1
       and t.oudernetwerk_id <> p.oudernetwerk_id`,
    [oudernetwerkId],
  );
}

/** Whoever led it may all have gone along. */
export async function networkSplit(tx: Tx, oudernetwerkId: string, from: PlainDate): Promise<void> {
  await plansGoAlong(tx, oudernetwerkId);
  if (!(await isLed(tx, oudernetwerkId, from))) await seekForLeft(tx, oudernetwerkId, from);
}

/**
 * Somebody leads it after all, since their trekkerschap was recorded otherwise or they did not depart: who stopped before that
 * was recorded, and left it to them, was not sought a successor then; nor was whoever went along with what parted from it.
 */
export async function neverLeft(tx: Tx, leader: string, recordedAs: string): Promise<void> {
  const sought = await tx.query<{ id: string }>(
    `select p.id from trekkerschappen l join trekkerschappen t on t.oudernetwerk_id = l.oudernetwerk_id and t.id <> l.id
     join succession_plans p on p.trekkerschap_id = t.id and p.opened_because = 'DEPARTURE' and p.status <> 'STOPPED'
     where l.id = $1 and p.id > $2 and upper(t.period) <= p.opened_on
       and (l.period @> upper(t.period) or l.period @> p.opened_on and not goes_on(t))`,
    [leader, recordedAs],
  );
  if (sought.length === 0) return;
  const plans = await tx.manager.findBy(SuccessionPlanEntity, { id: In(sought.map(({ id }) => id)) });
  for (const plan of plans) await neverSought(tx, plan, recordedAs);
}

/** Nobody led it after all when something parted from it: whoever went along is sought a successor, as if that had been known. */
export async function seekWhereParted(tx: Tx, oudernetwerkId: string): Promise<void> {
  const parted = await tx.query<{ from: string }>(
    `select distinct s.from_day::text as "from" from network_successions s
     where s.predecessor_id = $1 and s.kind = 'SPLIT' and not exists (
       select from trekkerschappen t where t.oudernetwerk_id = $1 and (t.period @> s.from_day or t.period @> $2::date
         or upper(t.period) = s.from_day and goes_on(t)
           and exists (select from succession_plans p where p.trekkerschap_id = t.id)))`,
    [oudernetwerkId, tx.today.toString()],
  );
  for (const { from } of parted) await seekForLeft(tx, oudernetwerkId, day(from));
}

/** It was never active: nobody is sought in time for a network that is forming. */
export async function neverActive(tx: Tx, oudernetwerkId: string): Promise<void> {
  const inTime = { oudernetwerkId, openedBecause: 'LEAD_TIME', status: Not('STOPPED' as const) };
  for (const plan of await tx.manager.findBy(SuccessionPlanEntity, inTime)) {
    await neverSought(tx, plan, oudernetwerkId);
  }
}

/** Whoever follows the one who led a network last, and went along with what parted from it. */
async function seekForLeft(tx: Tx, oudernetwerkId: string, from: PlainDate): Promise<void> {
  const [last] = await tx.query<{ id: string; regionId: string }>(
    `select id, region_id as "regionId" from trekkerschappen where oudernetwerk_id = $1 and upper(period) = $2
     order by role desc, id limit 1`,
    [oudernetwerkId, from.toString()],
  );
  if (!last) return;
  const until = from.subtract({ days: 1 });
  const aims = { openedFor: until, targetOn: until };
  const { id: trekkerschapId, regionId } = last;
  await openPlan(tx, { trekkerschapId, oudernetwerkId, regionId, because: 'DEPARTURE', ...aims });
}

/** Nobody is sought for what comes after the end of a network. What this stops goes on if that end is taken back. */
export async function networkEnded(tx: Tx, id: string): Promise<void> {
  const found = await tx.query<{ id: string; stops: boolean }>(
    `select p.id, p.closed_on is null and (n.ended_on <= $2 or p.trekkerschap_id is not null and t.id is null
       or coalesce(least(p.target_on, upper(t.period) - 1) >= n.ended_on, false)) as stops
     from succession_plans p join oudernetwerken n on n.id = p.oudernetwerk_id
     left join trekkerschappen t on t.id = p.trekkerschap_id
     left join trekkerschappen s on s.id = p.successor_id
     where p.oudernetwerk_id = $1 and (p.closed_on is null
       or p.trekkerschap_id is not null and t.id is null or p.successor_id is not null and s.id is null)`,
    [id, tx.today.toString()],
  );
  const ids = found.map((each) => each.id);
  tx.send('select network_end_keeps($1, $2)', [id, ids]);
  forgetNeverBegun(tx, id);
  const stopped = found.filter(({ stops }) => stops).map((each) => each.id);
  for (const plan of await tx.manager.findBy(SuccessionPlanEntity, { id: In(stopped) })) {
    stop(tx, plan);
  }
  tx.send('select note_kept_rows($1)', [id]);
}

function stop(tx: Tx, plan: SuccessionPlanEntity): void {
  countUp(tx, plan);
  closeStopped(tx, plan, 'Het netwerk is beëindigd.');
}

/** The same of a search that began since, or aimed at an earlier day, for a trekker who leads it to its end after all. */
export function stopBeforeEnd(tx: Tx, plan: SuccessionPlanEntity): void {
  const { id, oudernetwerkId } = plan;
  tx.send('select network_end_keeps($1, $2)', [oudernetwerkId, [id]]);
  stop(tx, plan);
  tx.send(`select note_kept_rows($1, 'succession_plans', $2)`, [oudernetwerkId, id]);
}

/** Roles that were still to begin went with the network. */
function forgetNeverBegun(tx: Tx, oudernetwerkId: string): void {
  for (const column of ['trekkerschap_id', 'successor_id']) {
    tx.send(
      `update succession_plans p set ${column} = null where p.oudernetwerk_id = $1
         and not exists (select from trekkerschappen t where t.id = p.${column})`,
      [oudernetwerkId],
    );
  }
}

/**
 * What departures, or those that were taken back, left of its leadership meanwhile changes its searches now; so does who
 * turned out to have stopped before it was to end.
 */
export async function networkGoesOn(tx: Tx, id: string): Promise<void> {
  for (const plan of await tx.manager.findBy(SuccessionPlanEntity, {
    oudernetwerkId: id,
    closedOn: IsNull(),
  })) {
    await followDeparture(tx, plan);
    const { trekkerschapId } = plan;
    if (!trekkerschapId) continue;
    const successor = await tx.manager.findOneBy(TrekkerschapEntity, { predecessorId: trekkerschapId });
    const { period } = await tx.manager.findOneByOrFail(TrekkerschapEntity, { id: trekkerschapId });
    if (successor) await trekkerschapStarted(tx, successor.id, trekkerschapId);
    else if (!period.until) await trekkerschapContinued(tx, trekkerschapId);
  }
  await seekForLast(tx, id);
}
