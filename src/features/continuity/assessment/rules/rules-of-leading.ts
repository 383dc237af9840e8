import { earliest, lastDayOfTerm, latest } from '../../../../kernel/clock.js';
import type { ExpectedEnd } from '../expected-end.js';
import { isLedToItsEnd, type Leading } from '../situation.js';
import { hasBegun, isLeftAlone, network, ofNetwork, type Rule, towardsSuccessor, trekkers } from './rule.js';

/** Months before the last expected end, with the severity from then on. Further away than these, while it counts: 3. */
const LADDER = [
  { months: 1, severity: 9 },
  { months: 3, severity: 7 },
  { months: 6, severity: 5 },
];

export const noTrekker: Rule = (situation) => {
  const { facts, tenures, leading, upcoming, agreed, watch } = situation;
  if (leading.length > 0) return null;
  const ended = tenures.flatMap(({ until }) => (until && watch.hasPassed(until) ? [until] : []));
  const arranged = upcoming.length > 0 || agreed.length > 0;
  const starts = upcoming.map(({ tenure }) => tenure.from);
  return {
    code: 'NO_TREKKER',
    severity: facts.status === 'FORMING' ? 3 : arranged ? 6 : 10,
    since: ended.length > 0 ? latest(...ended).add({ days: 1 }) : (facts.activeFrom ?? facts.createdOn),
    dueOn: starts.length > 0 ? earliest(...starts) : null,
    evidence: [network(situation)],
    action: towardsSuccessor(situation),
  };
};

export const singleTrekker: Rule = (situation) => {
  const { tenures, leading, watch } = situation;
  const [only, second] = leading;
  if (!only || second) return null;
  const others = tenures.flatMap(({ until }) =>
    until && watch.hasPassed(until) ? [until.add({ days: 1 })] : [],
  );
  return ofNetwork(situation, {
    code: 'SINGLE_TREKKER',
    severity: 2,
    since: latest(only.tenure.from, ...others),
    dueOn: null,
    evidence: trekkers(leading),
    action: 'ADD_CO_TREKKER',
  });
};

/**
 * A guideline says little about the month in which they stop: alone it is no alarm, and even less once it has passed.
 */
function worstOf({ driver, confidence }: ExpectedEnd): number {
  if (driver !== 'TENURE_GUIDELINE') return 10;
  return confidence === 'LOW' ? 5 : 7;
}

/** That every end is on record, and no expectation: for the words alone. */
function onRecord(all: readonly Leading[]): { recorded?: true } {
  return all.every(({ end }) => end.driver === 'RECORDED') ? { recorded: true } : {};
}

export const endsSoon: Rule = (situation) => {
  const { facts, leading, agreed, lastEnd } = situation;
  const { endsSoonMonths } = facts.thresholds;
  if (leading.length === 0 || !lastEnd || agreed.length > 0 || isLedToItsEnd(situation)) return null;
  if (!hasBegun(situation, endsSoonMonths, lastEnd)) return null;
  const step = LADDER.find(({ months }) => hasBegun(situation, months, lastEnd));
  const worst = Math.max(...leading.map(({ end }) => worstOf(end)));
  return {
    code: 'ENDS_SOON',
    severity: Math.min(step?.severity ?? 3, worst),
    since: lastEnd.subtract({ months: endsSoonMonths }),
    dueOn: lastEnd,
    ...onRecord(leading),
    evidence: trekkers(leading),
    action: towardsSuccessor(situation),
  };
};

export const allLeaveTogether: Rule = (situation) => {
  const all = [...situation.leading, ...situation.upcoming];
  if (situation.leading.length < 2 || isLedToItsEnd(situation)) return null;
  const ends = all.map(({ end }) => end.on);
  const first = earliest(...ends);
  const days = first.until(latest(...ends), { largestUnit: 'day' }).days;
  if (days > situation.facts.thresholds.leaveTogetherDays) return null;
  return ofNetwork(situation, {
    code: 'ALL_LEAVE_TOGETHER',
    severity: 3,
    since: null,
    dueOn: first,
    count: all.length,
    ...onRecord(all),
    evidence: trekkers(all),
    action: 'SPREAD_LEAVING',
  });
};

export const noSuccessor: Rule = (situation) => {
  const { facts, leading, upcoming, lastEnd, openPlans } = situation;
  const searched = openPlans.some(({ candidates }) => candidates.length > 0);
  if (searched || (leading.length === 0 && upcoming.length > 0) || isLedToItsEnd(situation)) return null;
  if (facts.status === 'FORMING' && leading.length === 0) return null;
  if (leading.length > 0 && lastEnd && !hasBegun(situation, facts.thresholds.endsSoonMonths, lastEnd)) {
    return null;
  }
  return {
    code: 'NO_SUCCESSOR',
    severity: 4,
    since: null,
    dueOn: leading.length > 0 ? lastEnd : null,
    evidence: [network(situation)],
    action: towardsSuccessor(situation),
  };
};

export const longTenure: Rule = (situation) => {
  const { facts, leading, watch } = situation;
  const long = leading
    .filter(({ tenure }) => !isLeftAlone(situation, tenure.personId))
    .map((each) => ({
      ...each,
      full: lastDayOfTerm(each.tenure.from, facts.thresholds.tenureGuidelineMonths),
    }))
    .filter(({ full }) => watch.hasPassed(full));
  if (long.length === 0) return null;
  const first = earliest(...long.map(({ full }) => full));
  return ofNetwork(situation, {
    code: 'LONG_TENURE',
    severity: 2,
    since: first.add({ days: 1 }),
    dueOn: first,
    evidence: trekkers(long),
    action: 'TALK_ABOUT_TENURE',
  });
};

/** It does not say how many: the roles may be elsewhere, and not every viewer of this network may know of them. */
export const overloaded: Rule = (situation) => {
  const { facts, leading, watch } = situation;
  const { mostRoles } = facts.thresholds;
  const over = leading.filter(({ tenure }) => {
    const { leads = [], seats = [] } = facts.people[tenure.personId] ?? {};
    return [...leads, ...seats].filter((role) => watch.covers(role)).length > mostRoles;
  });
  if (over.length === 0) return null;
  return ofNetwork(situation, {
    code: 'OVERLOADED',
    severity: 2,
    since: null,
    dueOn: null,
    count: mostRoles,
    evidence: trekkers(over),
    action: 'SHARE_ROLES',
  });
};

export const tieUnconfirmed: Rule = (situation) => {
  const { facts, leading, watch } = situation;
  const stale = leading
    .filter(({ tenure }) => !isLeftAlone(situation, tenure.personId))
    .flatMap(({ end }) => end.ties)
    .map(({ id, confirmedOn }) => ({
      id,
      again: confirmedOn.add({ months: facts.thresholds.tieConfirmedMonths }),
    }))
    .filter(({ again }) => watch.hasPassed(again));
  if (stale.length === 0) return null;
  return ofNetwork(situation, {
    code: 'TIE_UNCONFIRMED',
    severity: 1,
    since: earliest(...stale.map(({ again }) => again)).add({ days: 1 }),
    dueOn: null,
    evidence: stale.map(({ id }) => ({ type: 'SchoolTie', id })),
    action: 'CONFIRM_TIE',
  });
};
