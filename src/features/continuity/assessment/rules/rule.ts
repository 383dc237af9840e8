import type { PlainDate } from '../../../../kernel/clock.js';
import type { Evidence, Finding, ActionCode } from '../../../worklist/findings.js';
import type { DayWatch } from '../../../worklist/day-watch.js';
import type { Leading, Situation } from '../situation.js';

/** One finding of the continuity rules, or null if it does not apply to the network. */
export type Rule = (situation: Situation) => Finding | null;

export const network = ({ facts }: Situation): Evidence => ({ type: 'Oudernetwerk', id: facts.id });
export const trekkers = (leading: readonly Leading[]): Evidence[] =>
  leading.map(({ trekkerschap }) => ({ type: 'Trekkerschap', id: trekkerschap.id }));

/** Whether somebody wants to be left alone: no step is suggested that asks them. */
export function isLeftAlone({ facts, watch }: Situation, personId: string): boolean {
  return isPaused(watch, facts.people[personId]?.pausedUntil ?? null);
}

export function isPaused(watch: DayWatch, until: PlainDate | null): boolean {
  return until !== null && !watch.hasPassed(until);
}

/** The next step towards a successor, from the current state of the search. */
export function towardsSuccessor(situation: Situation): Finding['action'] {
  const { openPlans, agreed } = situation;
  const mayBeAsked = ({ personId }: { personId: string }) => !isLeftAlone(situation, personId);
  const on = (plan: { id: string }): Evidence => ({ type: 'SuccessionPlan', id: plan.id });
  const withCandidates = openPlans.find(({ candidates }) => candidates.some(mayBeAsked));
  if (agreed[0]) return { code: 'COMPLETE_SUCCESSION', on: on(agreed[0].plan) };
  if (withCandidates) return { code: 'MOVE_CANDIDATE', on: on(withCandidates) };
  if (openPlans[0]) return { code: 'ADD_CANDIDATE', on: on(openPlans[0]) };
  return { code: 'OPEN_SUCCESSION', on: network(situation) };
}

export function ofNetwork(
  situation: Situation,
  finding: Omit<Finding, 'evidence' | 'action'> & { evidence?: Evidence[]; action: ActionCode },
): Finding {
  const evidence = finding.evidence ?? [network(situation)];
  return { ...finding, evidence, action: { code: finding.action, on: evidence[0] ?? network(situation) } };
}

/** Months before a day; on 31 May one month before is 30 April. */
export function hasBegun({ watch }: Situation, months: number, before: PlainDate): boolean {
  return watch.hasCome(before.subtract({ months }));
}
