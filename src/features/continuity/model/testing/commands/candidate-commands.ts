import { nodeId } from '../../../../../kernel/node-id.js';
import { chosen, type Command, first, type Scene, type Step, when } from './model-commands.js';
import { monthsLater } from '../model-days.js';
import { isInView } from '../plans-follow.js';
import { hasAgreed, type Plan, type Stage } from '../model-parts.js';
import type { NetworkModel } from '../succession-model.js';

const STAGES: readonly Stage[] = [
  'AGREED',
  'APPROACHED',
  'READY',
  'SHADOWING',
  'DECLINED',
  'WITHDRAWN',
  'EXPLORING',
  'IDENTIFIED',
  'APPOINTED',
];
const FIRST_STAGES: readonly Stage[] = ['IDENTIFIED', 'APPROACHED', 'EXPLORING', 'AGREED'];

/**
 * The conversation goes forward and back among these, one step at a time; agreeing and declining are possible from
 * all of them.
 */
const FORWARD: Readonly<Partial<Record<Stage, readonly Stage[]>>> = {
  IDENTIFIED: ['APPROACHED', 'EXPLORING', 'AGREED', 'DECLINED', 'WITHDRAWN'],
  APPROACHED: ['EXPLORING', 'AGREED', 'DECLINED', 'WITHDRAWN'],
  EXPLORING: ['APPROACHED', 'AGREED', 'DECLINED', 'WITHDRAWN'],
  AGREED: ['EXPLORING', 'SHADOWING', 'READY', 'WITHDRAWN'],
  SHADOWING: ['AGREED', 'READY', 'WITHDRAWN'],
  READY: ['SHADOWING', 'WITHDRAWN'],
};

/** Conversations with candidates. */
export const CANDIDATE_COMMANDS = {
  addCandidate(scene: Scene, { which, who, length, flag }: Command): Step | null {
    const { network, model, today } = scene;
    const plan = planOf(network, which);
    if (!plan) return null;
    const stage: Stage = (flag ? 'AGREED' : chosen(STAGES, length ?? 1)) ?? 'AGREED';
    const isMotivated = which % 2 === 0;
    const halfAYearAgo = monthsLater(today, -6);
    return {
      as: scene.coordinator,
      mutation: 'candidateAdd',
      input: {
        planId: nodeId('SuccessionPlan', plan.id),
        personId: scene.people[who],
        readiness: 'NOW',
        stage,
        ...(isMotivated && { motivation: 'Er is nu meer tijd' }),
      },
      refusals: first(
        when(plan.closed !== null, 'PLAN_CLOSED'),
        when(scene.isDead(who), 'PERSON_DECEASED'),
        when(model.isInPeace(who), 'CONTACT_PAUSED'),
        when(!FIRST_STAGES.includes(stage), 'ILLEGAL_STEP'),
        when(
          plan.candidates.some((each) => each.person === who && isInView(each)),
          'CANDIDATE_ALREADY',
        ),
        when(plan.of?.person === who, 'SAME_PERSON'),
        when(
          network.leading(today, 'TREKKER').some(({ person }) => person === who),
          'ALREADY_LEADS',
        ),
        when(!isMotivated && model.lastDecline(who, network.region) > halfAYearAgo, 'IN_COOLDOWN'),
        when(!isMotivated && model.lastStop(who) > halfAYearAgo, 'LEFT_IN_PEACE'),
      ),
      apply(id) {
        plan.candidates.push({ id, person: who, stage, endedOn: null });
        workedOn(plan);
      },
    };
  },
  moveCandidate(scene: Scene, { which, who, length }: Command): Step | null {
    const plan = planOf(scene.network, which);
    const candidate = plan && chosen(plan.candidates, who);
    if (!candidate) return null;
    const to = chosen(STAGES, length ?? 0)!;
    const ends = (to === 'DECLINED' || to === 'WITHDRAWN') && to !== candidate.stage;
    return {
      as: scene.coordinator,
      mutation: 'candidateMove',
      input: {
        id: nodeId('SuccessorCandidate', candidate.id),
        stage: to,
        ...(ends && { reason: 'Geen tijd' }),
      },
      refusals: first(
        when(plan.closed !== null, 'PLAN_CLOSED'),
        when(!FORWARD[candidate.stage], 'CANDIDATE_ENDED'),
        when(to === 'APPOINTED', 'APPOINT_BY_COMPLETING'),
        when(to !== candidate.stage && !FORWARD[candidate.stage]?.includes(to), 'ILLEGAL_STEP'),
      ),
      apply() {
        if (to === candidate.stage) return;
        candidate.stage = to;
        if (ends) candidate.endedOn = scene.today;
        workedOn(plan);
      },
    };
  },
};

/** An open one, if there is one. */
export function planOf({ plans }: NetworkModel, which: number): Plan | null {
  const open = plans.filter(({ closed }) => !closed);
  return chosen(which % 10 === 9 || open.length === 0 ? plans : open, which);
}

/** Whoever works on a plan takes it over; the first agreement creates its checklist. */
function workedOn(plan: Plan): void {
  plan.touched = true;
  plan.hasChecklist ||= plan.candidates.some(hasAgreed);
}
