import { IsNull } from 'typeorm';
import { remove as removeRow, update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import { TrekkerschapEntity } from '../../oudernetwerken/oudernetwerk.entity.js';
import { statusOf } from '../candidates/candidate-stages.js';
import { DEPARTED, tellWithdrawn, type Withdrawn } from '../candidates/depart-as-candidate.js';
import { SuccessionPlanEntity, SuccessorCandidateEntity } from '../succession.entity.js';
import { closeStopped, countUp } from './stop-succession.js';

/** A trekkerschap never was: what it had filled is open again, and nobody needs to succeed it. As the system. */
export async function followAnnulled(tx: Tx, annulled: string): Promise<void> {
  for (const plan of await filledBy(tx, annulled)) await reopen(tx, plan);
  for (const plan of await plansOf(tx, annulled)) {
    if (plan.closedOn) update(tx, SuccessionPlanEntity, { id: plan.id }, { trekkerschapId: null });
    else if (await isTouched(tx, plan)) await stop(tx, plan, annulled, null);
    else remove(tx, plan);
  }
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
  for (const plan of await plansOf(tx, corrected)) {
    if (!plan.closedOn && !(await isTouched(tx, plan))) remove(tx, plan);
    else if (!plan.closedOn && plan.openedBecause === 'DEPARTURE' && !period.until) {
      await stop(tx, plan, corrected, said.replacedBy);
    } else {
      const trekkerschapId = said.replacedBy;
      update(tx, SuccessionPlanEntity, { id: plan.id }, { trekkerschapId });
    }
  }
}

function filledBy(tx: Tx, successorId: string): Promise<SuccessionPlanEntity[]> {
  return tx.manager.findBy(SuccessionPlanEntity, { successorId });
}

function plansOf(tx: Tx, trekkerschapId: string): Promise<SuccessionPlanEntity[]> {
  return tx.manager.findBy(SuccessionPlanEntity, { trekkerschapId });
}

/** Opened by hand, or somebody worked on it since. */
async function isTouched(tx: Tx, { id, version, openedBecause }: SuccessionPlanEntity): Promise<boolean> {
  if (openedBecause === 'BY_HAND' || version > 1) return true;
  return tx.manager.existsBy(SuccessorCandidateEntity, { planId: id });
}

function remove(tx: Tx, plan: SuccessionPlanEntity): void {
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
    'select reason from annulments where subject_id = $1',
    [undone],
  );
  countUp(tx, plan);
  update(tx, SuccessionPlanEntity, { id: plan.id }, { trekkerschapId });
  closeStopped(tx, plan, annulment?.reason ?? 'Dit trekkerschap gaat niet door.');
}

/** The search goes on where its trekker does, if there still is one to go on with; else it only loses its successor. */
async function reopen(tx: Tx, plan: SuccessionPlanEntity): Promise<void> {
  await unappoint(tx, plan);
  tx.send('select keep_outcome($1)', [plan.id]);
  const goesOn = await whereItGoesOn(tx, plan);
  if (!goesOn) {
    update(tx, SuccessionPlanEntity, { id: plan.id }, { successorId: null });
    return;
  }
  const inView = await tx.manager.findBy(SuccessorCandidateEntity, { planId: plan.id, endedOn: IsNull() });
  const status = statusOf(inView.map(({ stage }) => stage));
  countUp(tx, plan);
  const open = { status, closedOn: null, successorId: null, motivation: null };
  update(tx, SuccessionPlanEntity, { id: plan.id }, { ...goesOn, ...open });
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
