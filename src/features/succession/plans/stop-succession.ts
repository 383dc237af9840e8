import { update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import type { UseCase } from '../../../writes/use-case.js';
import { about } from '../../../writes/events.js';
import { unlessSo } from '../../../writes/patch.js';
import { Checks } from '../../../kernel/checks.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { moveTarget } from '../candidates/follow-candidates.js';
import { lockPlan, refuseClosed } from '../lock-plan.js';
import { checkTarget } from './open-succession.js';
import { SuccessionPlanEntity } from '../succession.entity.js';
import type { SuccessionRetargetInput, SuccessionStopInput } from '../succession.inputs.js';

export const stopSuccession: UseCase<SuccessionStopInput, { successionPlan: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const { plan, network } = await lockPlan(tx, input);
    allow(manages(tx.viewer, network.regionId));
    const checks = new Checks();
    const reason = checks.text(input.reason, ['input', 'reason'], 500);
    checks.done();
    refuseClosed(plan);
    closeStopped(tx, plan, reason);
    return { successionPlan: plan.id };
  },
};

/** Sets another target day. */
export const retargetSuccession: UseCase<SuccessionRetargetInput, { successionPlan: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const { plan, network } = await lockPlan(tx, input);
    allow(manages(tx.viewer, network.regionId));
    const checks = new Checks();
    checkTarget(checks, tx, input.targetOn);
    checks.done();
    refuseClosed(plan);
    const targetOn = input.targetOn ?? null;
    unlessSo(plan, { targetOn }, { successionPlan: plan.id });
    moveTarget(tx, plan, targetOn);
    return { successionPlan: plan.id };
  },
};

export function closeStopped(tx: Tx, plan: SuccessionPlanEntity, stopReason: string): void {
  update(tx, SuccessionPlanEntity, { id: plan.id }, { status: 'STOPPED', closedOn: tx.today, stopReason });
  tx.record({ name: 'succession.stopped', ...about('SuccessionPlan', plan), details: {} });
}

/** The service changes a plan as people do: whoever read an earlier version is told. */
export function countUp(tx: Tx, { id }: Pick<SuccessionPlanEntity, 'id'>): void {
  tx.send('update succession_plans set version = version + 1 where id = $1', [id]);
}
