import { nodeId } from '../../../../../kernel/node-id.js';
import { planOf } from './candidate-commands.js';
import { beginning, coTrekkerBefore, reasonOf } from './leading-commands.js';
import {
  chosen,
  type Command,
  first,
  isRecordable,
  type On,
  type Scene,
  type Step,
  when,
} from './model-commands.js';
import { clash, type Day, OPEN, write } from '../model-days.js';
import { hasAgreed, type Plan, type Tenure } from '../model-parts.js';
import type { NetworkModel } from '../succession-model.js';

const idOf = (plan: Plan) => nodeId('SuccessionPlan', plan.id);

/** The search for a successor: opening, retargeting, handing over, completing, stopping. */
export const PLAN_COMMANDS = {
  open(scene: Scene, { which, on, flag }: Command): Step | null {
    const { network, today } = scene;
    const named = flag ? chosen(network.tenures, which) : null;
    if (flag && !named) return null;
    const of = named ? network.partsOf(named).at(-1)! : null;
    const planned = of && network.end.asPlanned(of, today);
    const end = planned && (planned.until === OPEN ? planned.planned : planned.until);
    const target = on === null ? null : scene.day(on);
    const there = of ? (network.openPlanOf(of) ?? null) : openForNobody(network, today);
    const isTaken = there !== null && (there.because === 'BY_HAND' || there.touched);
    return {
      as: scene.coordinator,
      mutation: 'successionOpen',
      input: {
        ...(of
          ? { trekkerschapId: nodeId('Trekkerschap', named!.id) }
          : { oudernetwerkId: nodeId('Oudernetwerk', network.id) }),
        ...scene.given('targetOn', on),
      },
      refusals: first(
        [
          ...when(target !== null && !isTarget(today, target), 'DATE_OUT_OF_RANGE'),
          ...when(isOverBy(network, today, target ?? end), 'NETWORK_ENDED'),
        ],
        of
          ? notLeaving(network, of, planned!.until, today)
          : when(network.leading(today, 'TREKKER').length > 0, 'TREKKERSCHAP_NEEDED'),
        when(isTaken, 'PLAN_OPEN'),
      ),
      apply(id) {
        if (there) {
          there.because = 'BY_HAND';
          there.touched = true;
          if (target !== null) there.target = target;
        } else {
          scene.follow.open(of, 'BY_HAND', target ?? end, target === null ? end : null).id = id;
        }
      },
    };
  },
  stop(scene: Scene, { which }: Command): Step | null {
    const plan = planOf(scene.network, which);
    if (!plan) return null;
    return {
      as: scene.coordinator,
      mutation: 'successionStop',
      input: { id: idOf(plan), reason: 'Toch niet' },
      refusals: when(plan.closed !== null, 'PLAN_CLOSED'),
      apply() {
        plan.touched = true;
        scene.follow.close(plan, 'STOPPED');
      },
    };
  },
  retarget(scene: Scene, { which, on }: Command): Step | null {
    const plan = planOf(scene.network, which);
    if (!plan) return null;
    const target = on === null ? null : scene.day(on);
    return {
      as: scene.coordinator,
      mutation: 'successionRetarget',
      input: { id: idOf(plan), ...scene.given('targetOn', on) },
      refusals: first(
        when(target !== null && !isTarget(scene.today, target), 'DATE_OUT_OF_RANGE'),
        when(plan.closed !== null, 'PLAN_CLOSED'),
      ),
      apply() {
        plan.touched ||= plan.target !== target;
        plan.target = target;
      },
    };
  },
  doItem(scene: Scene, { which, who, flag }: Command): Step | null {
    const plan = planOf(scene.network, which);
    const item = plan && chosen(plan.items, who);
    if (!item) return null;
    const isDone = flag || which % 4 > 0;
    return {
      as: scene.coordinator,
      mutation: 'handoverItemSet',
      input: { id: nodeId('HandoverItem', item.id), doneOn: isDone ? write(scene.today) : null },
      refusals: when(plan.closed !== null, 'PLAN_CLOSED'),
      apply() {
        const doneOn = isDone ? scene.today : null;
        plan.touched ||= item.doneOn !== doneOn;
        item.doneOn = doneOn;
      },
    };
  },
  complete(scene: Scene, { which, who, on, length, flag }: Command): Step | null {
    const { network, today } = scene;
    const plan = planOf(network, which);
    if (!plan) return null;
    const { of: old } = plan;
    const planned = old && network.end.asPlanned(old, today);
    const named = who < 2 ? chosen(plan.candidates, who) : null;
    const last = planned && (planned.until !== OPEN ? planned.until : scene.day(on));
    const from = flag || length === null ? Math.max(today, (last ?? today - 1) + 1) : today + length - 10;
    const agreed = (named ? [named] : plan.candidates).filter(hasAgreed);
    const isMotivated = which % 3 > 0;
    const cutShort = agreed[0] && coTrekkerBefore(network, agreed[0].person, from);
    const next = { from, until: OPEN };
    const clashing = network.tenures.filter(
      (each) => each.person === agreed[0]?.person && each !== cutShort && clash(each, next),
    );
    return {
      as: scene.coordinator,
      mutation: 'successionComplete',
      input: {
        id: idOf(plan),
        ...(named && { candidateId: nodeId('SuccessorCandidate', named.id) }),
        ...scene.given('on', on),
        ...(!(flag || length === null) && { from: write(from) }),
        ...(isMotivated && { motivation: 'De rest volgt' }),
      },
      refusals: first(
        when(!isLastDay(scene, planned, on), 'DATE_OUT_OF_RANGE'),
        when(plan.closed !== null, 'PLAN_CLOSED'),
        when(agreed.length === 0, 'CANDIDATE_NOT_AGREED'),
        when(agreed.length > 1, 'CHOOSE_CANDIDATE'),
        when(old?.person === agreed[0]?.person, 'SAME_PERSON'),
        when(
          !isMotivated && plan.items.some(({ mandatory, doneOn }) => mandatory && doneOn === null),
          'HANDOVER_OPEN',
        ),
        when(old !== null && network.isHandedOver(old), 'HANDED_OVER'),
        when(network.isClosedTo(today, from), 'NETWORK_ENDED'),
        when(cutShort !== undefined && cutShort.until < today, 'ALREADY_ENDED'),
        when(clashing.length > 0, 'PERIOD_TAKEN'),
      ),
      apply(id) {
        if (old && planned!.until === OPEN) {
          network.end.forget(old);
          Object.assign(old, { until: last!, reason: reasonOf(old) });
        }
        const { person } = agreed[0]!;
        const role = old?.role ?? 'TREKKER';
        const started: Tenure = { ...beginning(person, role), ...next, id, predecessor: old };
        plan.touched = true;
        scene.follow.complete(plan, started);
        if (cutShort) scene.follow.wentOn(cutShort, started);
        else network.tenures.push(started);
        // it may have filled another vacancy as well
        if (!old && !cutShort) scene.follow.started(started);
      },
    };
  },
};

function isTarget(today: Day, day: Day): boolean {
  return day >= today && isRecordable(today, day);
}

/** Not before they began; for a network without a trekker not before today. */
function isLastDay(scene: Scene, of: Tenure | null, on: On): boolean {
  if (on === null && (!of || of.until !== OPEN)) return true;
  return scene.day(on) >= (of?.from ?? scene.today) && isRecordable(scene.today, scene.day(on));
}

/** Nobody is sought for what comes after the end of the network. */
function isOverBy(network: NetworkModel, today: Day, aim: Day | null): boolean {
  return aim === null ? network.isClosedTo(today) : network.isClosedTo(today, aim + 1);
}

function notLeaving(network: NetworkModel, tenure: Tenure, until: Day, today: Day): string[] {
  return first(
    when(network.firstDayOf(tenure) > today, 'NOT_STARTED'),
    when(network.isHandedOver(tenure), 'HANDED_OVER'),
    when(until < today && network.leading(today).length > 0, 'ALREADY_ENDED'),
  );
}

function openForNobody(network: NetworkModel, today: Day): Plan | null {
  const [latest] = network
    .openPlans()
    .filter(({ of }) => of === null || of.until < today)
    .sort((a, b) => b.openedOn - a.openedOn || (a.id < b.id ? 1 : -1));
  return latest ?? null;
}
