import { v7 as uuid } from 'uuid';
import { insert } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { FIRST_DAY, furthestDay } from '../../../writes/days-on-record.js';
import type { UseCase } from '../../../writes/use-case.js';
import { about } from '../../../writes/events.js';
import { isSame, NothingChanged, saveNews } from '../../../writes/patch.js';
import { Checks } from '../../../kernel/checks.js';
import { failure } from '../../../kernel/failure.js';
import { allow, coordinatorsAndSupporters, worksWith } from '../../access/policies.js';
import { findLiving } from '../../people/deceased.js';
import { checkLabels } from './checklist-checks.js';
import { lockItem, lockPlanNamed, refuseClosed } from '../lock-plan.js';
import { HandoverItemEntity } from '../succession.entity.js';
import type { HandoverItemAddInput, HandoverItemSetInput } from './handover.inputs.js';

type Changed = { handoverItem: string; successionPlan: string };

export const setHandoverItem: UseCase<HandoverItemSetInput, Changed> = {
  policy: coordinatorsAndSupporters,
  async run(tx, input) {
    const { item, plan, network } = await lockItem(tx, input);
    allow(worksWith(tx.viewer, network));
    const { ownerId, dueOn, doneOn } = input;
    const changes: Partial<HandoverItemEntity> = {};
    if (ownerId !== undefined) changes.ownerPersonId = await ownerOf(tx, ownerId);
    // a date that was set by hand stays when the plan's target day moves
    if (dueOn !== undefined && !isSame(dueOn, item.dueOn))
      Object.assign(changes, { dueOn, daysBefore: null });
    if (doneOn !== undefined) changes.doneOn = doneOn;
    const checks = new Checks();
    checkDue(checks, tx, dueOn);
    checks.dayUntilToday(doneOn, ['input', 'doneOn'], FIRST_DAY, tx.today);
    checks.done();
    refuseClosed(plan);
    const refs = { handoverItem: item.id, successionPlan: plan.id };
    if (!saveNews(tx, HandoverItemEntity, item, changes)) throw new NothingChanged(refs);
    const now = { ...item, ...changes };
    const details = { dueOn: now.dueOn?.toString() ?? null, doneOn: now.doneOn?.toString() ?? null };
    tx.record({ name: 'handoverItem.set', ...about('HandoverItem', item), details });
    return refs;
  },
};

export const addHandoverItem: UseCase<HandoverItemAddInput, Changed> = {
  policy: coordinatorsAndSupporters,
  async run(tx, input) {
    const { plan, network } = await lockPlanNamed(tx, input.planId, ['input', 'planId']);
    allow(worksWith(tx.viewer, network));
    const ownerPersonId = await ownerOf(tx, input.ownerId ?? null);
    const checks = new Checks();
    const labels = checkLabels(checks, input, ['input']);
    checkDue(checks, tx, input.dueOn);
    checks.done();
    refuseClosed(plan, ['input', 'planId']);
    const { id: planId, oudernetwerkId, regionId } = plan;
    if (await tx.manager.existsBy(HandoverItemEntity, { planId, key: labels.key })) {
      throw failure('KEY_TAKEN', ['input', 'key']);
    }
    const row = {
      id: uuid(),
      planId,
      oudernetwerkId,
      regionId,
      position: await nextPosition(tx, planId),
      ...labels,
      mandatory: input.mandatory,
      ownerPersonId,
      dueOn: input.dueOn ?? null,
    };
    insert(tx, HandoverItemEntity, row);
    tx.record({ name: 'handoverItem.added', ...about('HandoverItem', row), details: { key: row.key } });
    return { handoverItem: row.id, successionPlan: planId };
  },
};

async function ownerOf(tx: Tx, ownerId: string | null): Promise<string | null> {
  return ownerId === null ? null : (await findLiving(tx, ownerId, ['input', 'ownerId'])).id;
}

function checkDue(checks: Checks, tx: Tx, dueOn: HandoverItemSetInput['dueOn']): void {
  checks.day(dueOn, ['input', 'dueOn'], FIRST_DAY, furthestDay(tx));
}

async function nextPosition(tx: Tx, planId: string): Promise<number> {
  const [row] = await tx.query<{ position: number }>(
    'select coalesce(max(position) + 1, 0) as position from handover_items where plan_id = $1',
    [planId],
  );
  return row!.position;
}
