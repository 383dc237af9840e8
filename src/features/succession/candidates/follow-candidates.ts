import { v7 as uuid } from 'uuid';
import { IsNull } from 'typeorm';
import { insert, update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import { latest, type PlainDate } from '../../../kernel/clock.js';
import { type Stage, type Status, statusOf } from './candidate-stages.js';
import { TEMPLATE_OF_REGION, type TemplateItem } from '../handover/handover-template.js';
import { HandoverItemEntity, SuccessionPlanEntity, SuccessorCandidateEntity } from '../succession.entity.js';

/**
 * Brings an open plan to the stage of its most advanced candidate. When somebody agrees, the handover checklist is
 * created; items already on it are kept.
 */
export async function followCandidates(tx: Tx, plan: SuccessionPlanEntity): Promise<void> {
  const status = await statusByCandidates(tx, plan);
  if (status !== plan.status && plan.status === 'SEEKING') await makeChecklist(tx, plan);
  moveTo(tx, plan, status);
}

/** The same after somebody departed, or did not after all: where they had agreed, the checklist is there. As the system. */
export async function followDeparture(tx: Tx, plan: SuccessionPlanEntity): Promise<void> {
  moveTo(tx, plan, await statusByCandidates(tx, plan));
}

async function statusByCandidates(tx: Tx, { id: planId }: SuccessionPlanEntity): Promise<Status> {
  const candidates = await tx.manager.findBy(SuccessorCandidateEntity, { planId, endedOn: IsNull() });
  return statusOf(candidates.map(({ stage }) => stage));
}

function moveTo(tx: Tx, plan: SuccessionPlanEntity, status: Status): void {
  if (status === plan.status) return;
  update(tx, SuccessionPlanEntity, { id: plan.id }, { status });
  tx.record({
    name: 'succession.moved',
    ...about('SuccessionPlan', plan),
    details: { from: plan.status, to: status },
  });
}

async function makeChecklist(tx: Tx, plan: SuccessionPlanEntity): Promise<void> {
  const template = await tx.query<TemplateRow>(
    `select position, key, label_nl as "labelNl", label_en as "labelEn", mandatory, days_before as "daysBefore"
     from (${TEMPLATE_OF_REGION}) template
     where not exists (select from handover_items i where i.plan_id = $2 and i.key = template.key)
     order by position, key`,
    [plan.regionId, plan.id],
  );
  if (template.length === 0) return;
  const { id: planId, oudernetwerkId, regionId } = plan;
  const rows = template.map((item) => ({
    id: uuid(),
    planId,
    oudernetwerkId,
    regionId,
    ...item,
    dueOn: dueOn(tx, plan.targetOn, item.daysBefore),
  }));
  insert(tx, HandoverItemEntity, rows);
}

/** Of whoever agreed, whatever came of it. */
const EVER_AGREED: readonly Stage[] = ['AGREED', 'SHADOWING', 'READY', 'APPOINTED', 'WITHDRAWN'];

/** The checklist came when somebody agreed: where nobody ever did, it goes, unless people worked on it. */
export function removeUntouchedChecklist(tx: Tx, { id }: SuccessionPlanEntity): void {
  tx.send(
    `delete from handover_items where plan_id = $1
       and not exists (select from successor_candidates c where c.plan_id = $1 and c.stage = any ($2))
       and not exists (select from handover_items t where t.plan_id = $1
         and (t.done_on is not null or t.owner_person_id is not null or t.days_before is null))`,
    [id, EVER_AGREED],
  );
}

/** Minimum number of days for an item, from the day it is added or moved. */
const LEAST_DAYS = 7;

interface TemplateRow extends TemplateItem {
  readonly position: number;
}

/** The given number of days before the target day of the plan, but never sooner than people can act. */
function dueOn(tx: Tx, targetOn: PlainDate | null, daysBefore: number): PlainDate | null {
  return targetOn && latest(targetOn.subtract({ days: daysBefore }), tx.today.add({ days: LEAST_DAYS }));
}

/**
 * Moves the target day of a plan. Unfinished handover items whose due day was not set by hand move along. Does not
 * increment the plan's version: whoever changes a plan by hand has locked it.
 */
export function moveTarget(tx: Tx, plan: SuccessionPlanEntity, targetOn: PlainDate | null): void {
  const values = [plan.id, targetOn?.toString() ?? null];
  tx.send('update succession_plans set target_on = $2::date where id = $1', values);
  tx.send(
    `update handover_items set due_on = greatest($2::date - days_before, $3::date), version = version + 1
     where plan_id = $1 and done_on is null and days_before is not null`,
    [...values, targetOn && tx.today.add({ days: LEAST_DAYS }).toString()],
  );
  tx.record({
    name: 'succession.retargeted',
    ...about('SuccessionPlan', plan),
    details: { targetOn: targetOn?.toString() ?? null },
  });
}
