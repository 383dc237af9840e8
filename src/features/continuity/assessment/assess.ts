import { isBefore, latest, type PlainDate } from '../../../kernel/clock.js';
import { DayWatch } from '../../worklist/day-watch.js';
import { type Band, bandOf, type Finding } from '../../worklist/findings.js';
import type { ExpectedEnd } from './expected-end.js';
import type { NetworkFacts, TrekkerschapFacts } from './network-facts.js';
import { networkEnds } from './rules/rule-of-ending.js';
import { RULES } from './rules/rules.js';
import { type Leading, type Situation, situationOf } from './situation.js';
import { longestPart } from './tenures.js';

/** Increased when the rule changes, so that stored assessments are renewed. */
export const RULE_VERSION = 9;

export interface Assessment {
  readonly band: Band;
  /** of the worst finding; 0 if there is none */
  readonly severity: number;
  /** the last day on which a trekker or an agreed successor is expected to be there; null = nobody is */
  readonly securedUntil: PlainDate | null;
  /** worst first */
  readonly findings: readonly Finding[];
  /** when the trekkerschappen that are not over are expected to end: each with the tenure that it is part of */
  readonly expected: readonly ExpectedOf[];
  /** trekkerschappen whose lead time has begun without a succession plan for that end */
  readonly plansDue: readonly ExpectedOf[];
  /** open plans that follow an end which is another one by now */
  readonly plansMoved: readonly MovedPlan[];
  /** the first later day on which the assessment would differ if nothing happened; null = never */
  readonly changesOn: PlainDate | null;
}

export interface ExpectedOf {
  readonly trekkerschap: TrekkerschapFacts;
  readonly end: ExpectedEnd;
}

export interface MovedPlan {
  readonly planId: string;
  readonly expectedOn: PlainDate;
  /** nobody is sought any more: they lead the network for as long as it is there */
  readonly over: boolean;
  /** whether the lead time before that day has begun */
  readonly near: boolean;
}

/**
 * Assesses a network on a day, by everything known now. For a future day: as it would be if nothing happened until
 * then. The band is that of the worst finding.
 */
export function assess(facts: NetworkFacts, on: PlainDate): Assessment {
  const watch = new DayWatch(on);
  const situation = situationOf(facts, watch);
  const rules = facts.status === 'ENDED' ? [networkEnds] : RULES;
  const findings = rules.flatMap((rule) => rule(situation) ?? []).sort(worstFirst);
  const severity = findings[0]?.severity ?? 0;
  const { leading, upcoming, agreed, lastEnd } = situation;
  const ends = [...agreed.map(({ end }) => end.on), ...(lastEnd ? [lastEnd] : [])];
  const [plansDue, plansMoved] = [duePlans(situation), movedPlans(situation)];
  return {
    band: bandOf(severity),
    severity,
    securedUntil: ends.length > 0 ? latest(...ends) : null,
    findings,
    expected: [...leading, ...upcoming].flatMap((each) => expectedOf(each, watch)),
    plansDue,
    plansMoved,
    changesOn: watch.changesOn,
  };
}

function expectedOf({ tenure, end }: Leading, watch: DayWatch): ExpectedOf[] {
  return tenure.parts
    .filter(({ until }) => !(until && watch.hasPassed(until)))
    .map((trekkerschap) => ({ trekkerschap, end }));
}

function worstFirst(a: Finding, b: Finding): number {
  return b.severity - a.severity || (a.code < b.code ? -1 : 1);
}

/**
 * A recorded end had its plan when it was recorded. A plan that was closed for this very end stays closed, and so
 * does a search that was stopped after the lead time had begun.
 */
function duePlans({ facts, watch, leading }: Situation): ExpectedOf[] {
  if (facts.status !== 'ACTIVE' && facts.status !== 'DORMANT') return [];
  return leading.flatMap(({ tenure, end }) => {
    const begins = end.on.subtract({ months: facts.thresholds.leadMonths });
    if (end.driver === 'RECORDED' || !watch.hasCome(begins)) return [];
    const isLookedAfter = facts.plans.some(
      ({ trekkerschapId, openedFor, targetOn, closedOn }) =>
        isPartOf(tenure, trekkerschapId) &&
        (closedOn === null ||
          openedFor?.equals(end.on) ||
          targetOn?.equals(end.on) ||
          (openedFor === null && !isBefore(closedOn, begins))),
    );
    return isLookedAfter ? [] : [{ trekkerschap: longestPart(tenure)!, end }];
  });
}

function isPartOf({ parts }: Leading['tenure'], trekkerschapId: string | null): boolean {
  return parts.some(({ id }) => id === trekkerschapId);
}

function movedPlans({ facts, watch, leading, openPlans }: Situation): MovedPlan[] {
  const { endsOn } = facts;
  return openPlans.flatMap(({ id: planId, trekkerschapId, openedFor, targetOn }) => {
    const end = leading.find(({ tenure }) => isPartOf(tenure, trekkerschapId))?.end;
    if (!openedFor || !end) return [];
    const over = endsOn !== null && !isBefore(end.on, endsOn);
    const isAside = over
      ? !targetOn?.equals(openedFor)
      : end.driver === 'RECORDED' || openedFor.equals(end.on);
    if (isAside) return [];
    const near = watch.hasCome(end.on.subtract({ months: facts.thresholds.leadMonths }));
    return [{ planId, expectedOn: end.on, over, near }];
  });
}
