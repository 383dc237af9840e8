import { nodeId } from '../../../../kernel/node-id.js';
import type { TestService } from '../../../../testing/test-service.js';
import { coordinatorOf } from './commands/model-commands.js';
import { covers, type Day, write, writeOrNull } from './model-days.js';
import { statusOf } from './model-parts.js';
import type { NetworkModel } from './succession-model.js';

const ASKED_DAYS = 8;
const DAYS = Array.from({ length: ASKED_DAYS }, (_, n) => n);

const QUESTION = `query($id: ID!, ${DAYS.map((n) => `$on${n}: Date!`).join(', ')}) { oudernetwerk(id: $id) {
  status activeFrom endedOn
  ${DAYS.map((n) => `t${n}: trekkers(on: $on${n}) { id } c${n}: caretaker(on: $on${n}) { standby }`).join(' ')}
  successionPlans(first: 100) { nodes { id status targetOn closedOn trekkerschap { id } successor { id }
    candidates { id stage } } } } }`;

/**
 * What a coordinator sees of a network: its trekkers around the days on which they change, and the progress of the
 * search.
 */
export async function answered(service: TestService, network: NetworkModel, today: Day): Promise<unknown> {
  const variables = Object.fromEntries(daysOf(network, today).map((day, n) => [`on${n}`, write(day)]));
  const id = nodeId('Oudernetwerk', network.id);
  const { data, errors } = await service.ask(coordinatorOf(network.region), QUESTION, { id, ...variables });
  expect(errors).toBeUndefined();
  const { successionPlans, ...rest } = data.oudernetwerk;
  for (const n of DAYS) rest[`t${n}`].sort(byId);
  const plans = successionPlans.nodes.sort(byId);
  for (const { candidates } of plans) candidates.sort(byId);
  return { ...rest, plans };
}

export function expectedAnswer(network: NetworkModel, today: Day): unknown {
  const ref = (type: string, it: { id: string } | null) => it && { id: nodeId(type, it.id) };
  const byDay = daysOf(network, today).flatMap((day, n) => [
    [
      `t${n}`,
      network
        .leading(day)
        .map((tenure) => ref('Trekkerschap', tenure)!)
        .sort(byId),
    ],
    [`c${n}`, caretakerOn(network, day)],
  ]);
  return {
    status: network.isOver(today) ? 'ENDED' : network.phase,
    activeFrom: writeOrNull(network.activeFrom),
    endedOn: writeOrNull(network.endedOn),
    ...Object.fromEntries(byDay),
    plans: network.plans
      .map((plan) => ({
        ...ref('SuccessionPlan', plan)!,
        status: statusOf(plan),
        targetOn: writeOrNull(plan.target),
        closedOn: writeOrNull(plan.closed?.on ?? null),
        trekkerschap: ref('Trekkerschap', plan.of),
        successor: ref('Trekkerschap', plan.successor),
        candidates: plan.candidates
          .map((candidate) => ({ ...ref('SuccessorCandidate', candidate)!, stage: candidate.stage }))
          .sort(byId),
      }))
      .sort(byId),
  };
}

function caretakerOn(network: NetworkModel, day: Day): { standby: boolean } | null {
  if (network.appointed.some((each) => covers(each, day))) return { standby: false };
  return network.standby().some((gap) => covers(gap, day)) ? { standby: true } : null;
}

/** The latest days on which something changes, the days before them, today and one far away. */
function daysOf(network: NetworkModel, today: Day): Day[] {
  const turns = network.turningPoints().flatMap((day) => [day - 1, day]);
  const points = [...new Set([today, 40_000, ...turns.reverse()])];
  return DAYS.map((n) => points[n % points.length]!);
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
