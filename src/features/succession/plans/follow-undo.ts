import { IsNull } from 'typeorm';
import { remove as removeRow, update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import { TrekkerschapEntity } from '../../oudernetwerken/oudernetwerk.entity.js';
import { statusOf } from '../candidates/candidate-stages.js';
import { DEPARTED, tellWithdrawn, type Withdrawn } from '../candidates/depart-as-candidate.js';
import { isTouched } from '../lock-plan.js';
import { SuccessionPlanEntity, SuccessorCandidateEntity } from '../succession.entity.js';
import { fillAgain, isStillFilled } from './filled-vacancy.js';
import { closeStopped, countUp } from './stop-succession.js';

/**
 * A trekkerschap never was, or never began since its trekker departed, who may come back: what it had filled is open again,
 * unless whoever was recorded since fills it, and nobody needs to succeed it. As the system.
 */
export async function followAnnulled(tx: Tx, annulled: string): Promise<void> {
  const isKept = await keepSearches(tx, annulled);
  for (const plan of await filledBy(tx, annulled)) {
    if ((await reopen(tx, plan)) && !isKept) await fillAgain(tx, plan, annulled);
  }
  for (const plan of await plansOf(tx, annulled)) {
    if (plan.status === 'STOPPED' || (plan.closedOn && isKept)) {
      update(tx, SuccessionPlanEntity, { id: plan.id }, { trekkerschapId: null });
    } else await neverSought(tx, plan, annulled, null);
  }
}

/** Its departure keeps what was sought for whoever follows somebody who never begins. Whether there is one. */
async function keepSearches(tx: Tx, trekkerschapId: string): Promise<boolean> {
  const [kept] = await tx.query<{ so: boolean }>('select keep_searches($1) as so', [trekkerschapId]);
  return kept!.so;
}

interface Correction {
  readonly personId: string;
  readonly replacedBy: string;
}

/**
 * A trekkerschap was otherwise. Its searches go on for the one that replaces it, except for a departure that never was;
 * one that nobody touched is opened anew if there is reason to. What it had filled it still fills, unless it is
 * somebody else's: then the start of that one decides. As the system.
 */
export async function followCorrected(tx: Tx, corrected: string, said: Correction): Promise<void> {
  const { personId, period } = await tx.manager.findOneByOrFail(TrekkerschapEntity, { id: said.replacedBy });
  for (const plan of await filledBy(tx, corrected)) {
    if (personId !== said.personId) await reopen(tx, plan);
    else update(tx, SuccessionPlanEntity, { id: plan.id }, { successorId: said.replacedBy });
  }
  const trekkerschapId = said.replacedBy;
  for (const plan of await plansOf(tx, corrected)) {
    update(tx, SuccessionPlanEntity, { id: plan.id }, { trekkerschapId });
    const isForNothing = plan.openedBecause === 'DEPARTURE' && !period.until;
    if (plan.status === 'COMPLETED') {
      if (await isStillFilled(tx, plan)) continue;
      if (!(await isTouched(tx, plan))) remove(tx, plan);
      else if (!isForNothing) await reopen(tx, plan);
    } else if (!plan.closedOn && (isForNothing || !(await isTouched(tx, plan)))) {
      await neverSought(tx, plan, corrected, trekkerschapId);
    }
  }
}

/** What nobody touched goes; what people worked on stops with the reason, unless it is over. */
export async function neverSought(
  tx: Tx,
  plan: SuccessionPlanEntity,
  undone: string,
  trekkerschapId = plan.trekkerschapId,
): Promise<void> {
  if (!(await isTouched(tx, plan))) remove(tx, plan);
  else if (!plan.closedOn) await stop(tx, plan, undone, trekkerschapId);
  else update(tx, SuccessionPlanEntity, { id: plan.id }, { trekkerschapId });
}

function filledBy(tx: Tx, successorId: string): Promise<SuccessionPlanEntity[]> {
  return tx.manager.findBy(SuccessionPlanEntity, { successorId });
}

function plansOf(tx: Tx, trekkerschapId: string): Promise<SuccessionPlanEntity[]> {
  return tx.manager.findBy(SuccessionPlanEntity, { trekkerschapId });
}

export function remove(tx: Tx, plan: SuccessionPlanEntity): void {
  removeRow(tx, SuccessionPlanEntity, { id: plan.id });
  tx.record({ name: 'succession.removed', ...about('SuccessionPlan', plan), details: {} });
}

/** What people worked on stops with the reason that was given, if somebody gave one. */
async function stop(
  tx: Tx,
  plan: SuccessionPlanEntity,
  undone: string,
  trekkerschapId: string | null,
): Promise<void> {
  const [annulment] = await tx.query<{ reason: string }>(
    'select reason from annulments where subject_id = $1 order by id desc limit 1',
    [undone],
  );
  countUp(tx, plan);
  update(tx, SuccessionPlanEntity, { id: plan.id }, { trekkerschapId });
  closeStopped(tx, plan, annulment?.reason ?? 'Dit trekkerschap gaat niet door.');
}

/**
 * The search goes on where its trekker does, if there still is one to go on with; else it only loses its successor. Whether it
 * goes on.
 */
async function reopen(tx: Tx, plan: SuccessionPlanEntity): Promise<boolean> {
  await unappoint(tx, plan);
  tx.send('select keep_outcome($1)', [plan.id]);
  const goesOn = await whereItGoesOn(tx, plan);
  if (!goesOn) {
    update(tx, SuccessionPlanEntity, { id: plan.id }, { successorId: null });
    return false;
  }
  await open(tx, plan, { ...goesOn, successorId: null, motivation: null });
  return true;
}

/** It goes on, as far as its candidates are. */
export async function open(
  tx: Tx,
  plan: SuccessionPlanEntity,
  as: Partial<SuccessionPlanEntity>,
): Promise<void> {
  const inView = await tx.manager.findBy(SuccessorCandidateEntity, { planId: plan.id, endedOn: IsNull() });
  const status = statusOf(inView.map(({ stage }) => stage));
  countUp(tx, plan);
  update(tx, SuccessionPlanEntity, { id: plan.id }, { ...as, status, closedOn: null, stopReason: null });
  tx.record({ name: 'succession.reopened', ...about('SuccessionPlan', plan), details: {} });
}

/** Who departed since they were appointed is a candidate no more. */
async function unappoint(tx: Tx, plan: SuccessionPlanEntity): Promise<void> {
  const departed = await tx.query<Withdrawn>('select * from unappoint($1, $2, $3)', [
    plan.id,
    tx.today.toString(),
    DEPARTED,
  ]);
  for (const one of departed) tellWithdrawn(tx, one);
}

type GoesOn = Pick<SuccessionPlanEntity, 'trekkerschapId' | 'oudernetwerkId'>;

/**
 * With the last trekkerschap of the tenure, in the network where that is by now: not in one that ended, beside another
 * search for the same, or for somebody who goes on.
 */
async function whereItGoesOn(tx: Tx, { id }: SuccessionPlanEntity): Promise<GoesOn | null> {
  const [found] = await tx.query<GoesOn>(
    `select t.id as "trekkerschapId", n.id as "oudernetwerkId"
     from succession_plans p
     left join lateral last_of_tenure(p.trekkerschap_id) t on true
     join oudernetwerken n on n.id = coalesce(t.oudernetwerk_id, p.oudernetwerk_id)
     where p.id = $1
       and (n.ended_on is null or n.ended_on > $2 and (t.id is null or upper(t.period) <= n.ended_on))
       and (t.id is not null and (p.opened_because <> 'DEPARTURE' or not upper_inf(t.period))
         or p.trekkerschap_id is null and p.opened_because = 'BY_HAND')
       and not exists (select from succession_plans o where o.closed_on is null and case
         when t.id is not null then o.trekkerschap_id in (select part.id from tenure_of(t.id) part)
         else o.oudernetwerk_id = n.id and o.trekkerschap_id is null end)`,
    [id, tx.today.toString()],
  );
  return found ?? null;
}
