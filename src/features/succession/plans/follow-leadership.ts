import { IsNull, Not, Raw } from 'typeorm';
import { rowsWhere, update } from '../../../db/rows.js';
import { together } from '../../../db/statements.js';
import type { Tx } from '../../../db/transaction.js';
import { day, isBefore, type PlainDate } from '../../../kernel/clock.js';
import { TrekkerschapEntity } from '../../oudernetwerken/oudernetwerk.entity.js';
import { moveTarget } from '../candidates/follow-candidates.js';
import { SuccessionPlanEntity, SuccessorCandidateEntity } from '../succession.entity.js';
import { closeCompleted } from './close-completed.js';
import { openPlanFilledBy } from './filled-vacancy.js';
import { followAnnulled } from './follow-undo.js';
import { keptSearches, removeOpened, seekAgain } from './kept-searches.js';
import { openPlan } from './open-plan.js';
import { closeStopped, countUp } from './stop-succession.js';
import { keepStopped, resumeStopped, stoppedByNetworkEnd } from './stopped-by-end.js';

interface Departure {
  readonly oudernetwerk_id: string;
  readonly region_id: string;
  readonly ends_on: string;
  /** somebody else took over, or they continue in another role, or only stood in */
  readonly followed: boolean;
  /** there is nothing left to lead */
  readonly over: boolean;
}

const SELECT_DEPARTURE = `
  select t.oudernetwerk_id, t.region_id, upper(t.period) - 1 as ends_on,
    coalesce(n.ended_on <= $2 or n.ended_on < upper(t.period), false) as over,
    exists (select from trekkerschappen s where s.predecessor_id = t.id)
    or goes_on(t) or is_substitute(t.id) as followed
  from trekkerschappen t join oudernetwerken n on n.id = t.oudernetwerk_id
  where t.id = $1 and not upper_inf(t.period)`;

/** A departure opens a plan, or sets the day of the open one, or of the one that the end of the network stopped. */
export async function trekkerschapEnded(tx: Tx, trekkerschapId: string): Promise<void> {
  const [[departure], opened] = await together(
    tx.query<Departure>(SELECT_DEPARTURE, [trekkerschapId, tx.today.toString()]),
    removeOpened(tx, trekkerschapId),
  );
  if (!departure || departure.followed) return;
  const { oudernetwerk_id: oudernetwerkId, region_id: regionId, ends_on } = departure;
  const until = day(ends_on);
  if (departure.over) {
    const stopped = await stoppedByNetworkEnd(tx, trekkerschapId, { ending: true });
    if (stopped) {
      aimAt(tx, stopped, until);
      keepStopped(tx, stopped);
    }
    return;
  }
  const open = (await openPlanOf(tx, trekkerschapId)) ?? (await resumeStopped(tx, trekkerschapId));
  if (open) {
    const isToStop = opened.includes(open.id) && (await stopUnlessSought(tx, open));
    if (!isToStop) aimAt(tx, open, until);
  } else if (opened.length === 0 && (await isToSeek(tx, trekkerschapId, oudernetwerkId, until))) {
    const aims = { openedFor: until, targetOn: until };
    const of = { trekkerschapId, oudernetwerkId, regionId };
    const id = await openPlan(tx, { ...of, because: 'DEPARTURE', ...aims });
    if (id) tx.send('select keep_opened($1)', [id]);
  }
}

async function isToSeek(
  tx: Tx,
  trekkerschapId: string,
  oudernetwerkId: string,
  until: PlainDate,
): Promise<boolean> {
  return !(await wasStopped(tx, trekkerschapId)) && (await isDeparture(tx, oudernetwerkId, until));
}

/** Whether every search for whoever follows somebody who is to begin after all was over before they departed. */
async function wasStopped(tx: Tx, trekkerschapId: string): Promise<boolean> {
  const kept = await keptSearches(tx, trekkerschapId);
  return kept.length > 0 && !kept.some(({ wasOpen }) => wasOpen);
}

/** It follows that end from now on, also when it is withdrawn. */
function aimAt(tx: Tx, plan: SuccessionPlanEntity, until: PlainDate): void {
  if (!plan.targetOn?.equals(until)) moveTarget(tx, plan, until);
  update(tx, SuccessionPlanEntity, { id: plan.id }, { openedFor: until });
}

/** Not a correction of history while others lead. */
async function isDeparture(tx: Tx, oudernetwerkId: string, until: PlainDate): Promise<boolean> {
  if (!isBefore(until, tx.today)) return true;
  return (
    !(await isLed(tx, oudernetwerkId, until.add({ days: 1 }))) && !(await isLed(tx, oudernetwerkId, tx.today))
  );
}

/** The end was withdrawn: a search that it started and that has no agreed candidate yet is stopped. */
export async function trekkerschapContinued(tx: Tx, id: string): Promise<void> {
  await removeOpened(tx, id);
  const open = await openPlanOf(tx, id);
  if (open?.openedBecause === 'DEPARTURE') await stopUnlessSought(tx, open);
}

/** Whether it stops. */
async function stopUnlessSought(tx: Tx, open: SuccessionPlanEntity): Promise<boolean> {
  if (await tx.manager.existsBy(SuccessorCandidateEntity, { planId: open.id, endedOn: IsNull() }))
    return false;
  countUp(tx, open);
  closeStopped(tx, open, 'De trekker gaat door.');
  return true;
}

/**
 * Handed over without completing the plan; or started by hand, which fills the vacancy of the search. Whoever is to begin
 * after all was found before: what that search had come to it comes to again.
 */
export async function trekkerschapStarted(tx: Tx, id: string, predecessorId: string | null): Promise<void> {
  const [searches, kept, plan] = await together(
    keptSearches(tx, id),
    keptOutcome(tx, id),
    predecessorId ? openPlanOf(tx, predecessorId) : openPlanFilledBy(tx, id),
  );
  if (plan) {
    countUp(tx, plan);
    const again = kept?.planId === plan.id ? kept : null;
    const closedOn = again ? day(again.closedOn) : tx.today;
    await closeCompleted(tx, plan, { successorId: id, motivation: again?.motivation ?? null, closedOn });
  } else if (kept) {
    tx.send('select find_again($1, $2)', [kept.planId, id]);
  }
  if (searches.length > 0) {
    await seekAgain(tx, await tx.manager.findOneByOrFail(TrekkerschapEntity, { id }), searches);
  }
}

interface KeptOutcome {
  readonly planId: string;
  readonly closedOn: string;
  readonly motivation: string | null;
}

async function keptOutcome(tx: Tx, successorId: string): Promise<KeptOutcome | null> {
  const [kept] = await tx.query<KeptOutcome>(
    `select plan_id as "planId", closed_on::text as "closedOn", motivation from kept_outcome($1)`,
    [successorId],
  );
  return kept ?? null;
}

/**
 * The search for whoever follows one of them is for the other one, where that is, also once its network ended; with `closed`,
 * where the one never was, also one that is over.
 */
export async function passOn(tx: Tx, from: string, to: string, { closed = false } = {}): Promise<void> {
  await tx.query(
    `update succession_plans p set trekkerschap_id = t.id, oudernetwerk_id = t.oudernetwerk_id, region_id = t.region_id,
       version = p.version + (p.oudernetwerk_id <> t.oudernetwerk_id)::integer
     from trekkerschappen t where t.id = $2 and p.trekkerschap_id = $1 and (p.closed_on is null or $3)`,
    [from, to, closed],
  );
  const stopped = await stoppedByNetworkEnd(tx, from);
  if (!stopped) return;
  update(tx, SuccessionPlanEntity, { id: stopped.id }, { trekkerschapId: to });
  keepStopped(tx, stopped);
}

/** The search for their successor goes on with them. As another's successor they fill that vacancy as well. */
export async function roleTaken(
  tx: Tx,
  id: string,
  { formerId, predecessorId }: { formerId: string; predecessorId: string | null },
): Promise<void> {
  await passOn(tx, formerId, id);
  await trekkerschapStarted(tx, id, predecessorId);
}

/**
 * A trekkerschap that never was, or will never begin. Searches for its successor go, and those that it had filled go on;
 * whoever stopped before it needs a successor again, unless the search had been stopped by hand.
 */
export async function trekkerschapAnnulled(tx: Tx, annulled: string, oudernetwerkId: string): Promise<void> {
  await followAnnulled(tx, annulled);
  await seekForLast(tx, oudernetwerkId);
}

/** Whoever led it last and stopped needs a successor, unless one was found or the search had been stopped by hand. */
export async function seekForLast(tx: Tx, oudernetwerkId: string): Promise<void> {
  const left = await tx.query<{ id: string }>(
    `select t.id from trekkerschappen t where t.oudernetwerk_id = $1 and not upper_inf(t.period)
       and not is_substitute(t.id) and not exists (select from succession_plans p
         where p.trekkerschap_id = t.id and (p.status <> 'COMPLETED' or p.successor_id is not null))
       and upper(t.period) >= (select least(max(upper(l.period)), $2::date + 1) from trekkerschappen l
         where l.oudernetwerk_id = $1 and not upper_inf(l.period) and not is_substitute(l.id))
     order by upper(t.period), t.id`,
    [oudernetwerkId, tx.today.toString()],
  );
  for (const { id } of left) await trekkerschapEnded(tx, id);
}

/** A search has found whoever follows them. */
export function isFilled(tx: Tx, trekkerschapId: string): Promise<boolean> {
  return tx.manager.existsBy(SuccessionPlanEntity, {
    trekkerschapId,
    status: 'COMPLETED',
    successorId: Not(IsNull()),
  });
}

export async function openPlanOf(tx: Tx, trekkerschapId: string): Promise<SuccessionPlanEntity | null> {
  const open = 'trekkerschap_id = $1 and closed_on is null';
  const [plan] = await rowsWhere(tx, SuccessionPlanEntity, open, [trekkerschapId]);
  return plan ?? null;
}

export function isLed(tx: Tx, oudernetwerkId: string, on: PlainDate): Promise<boolean> {
  const period = Raw((column) => `${column} @> :on::date`, { on: on.toString() });
  return tx.manager.existsBy(TrekkerschapEntity, { oudernetwerkId, period });
}
