import { earliest, latest, type PlainDate } from '../../kernel/clock.js';
import type { ActionCode, Evidence, Finding } from './findings.js';
import type { Leading, Situation } from './situation.js';

/** One row of the table of findings in DOMAIN.md: the finding, or null where the network has nothing of it. */
type Rule = (situation: Situation) => Finding | null;

/** Months before the last expected end, and how bad it then is. Further away than these, as far as it counts: 3. */
const LADDER = [
  { months: 1, severity: 9 },
  { months: 3, severity: 7 },
  { months: 6, severity: 5 },
];

const network = ({ facts }: Situation): Evidence => ({ type: 'Oudernetwerk', id: facts.id });
const trekkers = (leading: readonly Leading[]): Evidence[] =>
  leading.map(({ tenure }) => ({ type: 'Trekkerschap', id: tenure.id }));

/** What brings a successor nearer, from where the search stands. */
function towardsSuccessor(situation: Situation): Finding['action'] {
  const { openPlans, agreed } = situation;
  const on = (plan: { id: string }): Evidence => ({ type: 'SuccessionPlan', id: plan.id });
  const withCandidates = openPlans.find(({ candidates }) => candidates.length > 0);
  if (agreed[0]) return { code: 'COMPLETE_SUCCESSION', on: on(agreed[0].plan) };
  if (withCandidates) return { code: 'MOVE_CANDIDATE', on: on(withCandidates) };
  if (openPlans[0]) return { code: 'ADD_CANDIDATE', on: on(openPlans[0]) };
  return { code: 'OPEN_SUCCESSION', on: network(situation) };
}

function ofNetwork(
  situation: Situation,
  finding: Omit<Finding, 'evidence' | 'action'> & { evidence?: Evidence[]; action: ActionCode },
): Finding {
  const evidence = finding.evidence ?? [network(situation)];
  return { ...finding, evidence, action: { code: finding.action, on: evidence[0] ?? network(situation) } };
}

const noTrekker: Rule = (situation) => {
  const { facts, leading, upcoming, agreed, watch } = situation;
  if (leading.length > 0) return null;
  const ended = facts.trekkerschappen.flatMap(({ until }) =>
    until && watch.hasPassed(until) ? [until] : [],
  );
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

const singleTrekker: Rule = (situation) => {
  const { facts, leading, watch } = situation;
  const [only, second] = leading;
  if (!only || second) return null;
  const others = facts.trekkerschappen.flatMap(({ until }) =>
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

/** Months before a day; on 31 May one month before is 30 April. */
function hasBegun({ watch }: Situation, months: number, before: PlainDate): boolean {
  return watch.hasCome(before.subtract({ months }));
}

const endsSoon: Rule = (situation) => {
  const { facts, leading, agreed, lastEnd } = situation;
  const { endsSoonMonths } = facts.thresholds;
  if (leading.length === 0 || !lastEnd || agreed.length > 0) return null;
  if (!hasBegun(situation, endsSoonMonths, lastEnd)) return null;
  const step = LADDER.find(({ months }) => hasBegun(situation, months, lastEnd));
  // that a guideline is long over says little about the month in which they stop
  const vague = leading.every(({ end }) => end.driver === 'TENURE_GUIDELINE' && end.confidence === 'LOW');
  return {
    code: 'ENDS_SOON',
    severity: Math.min(step?.severity ?? 3, vague ? 5 : 10),
    since: lastEnd.subtract({ months: endsSoonMonths }),
    dueOn: lastEnd,
    evidence: trekkers(leading),
    action: towardsSuccessor(situation),
  };
};

const allLeaveTogether: Rule = (situation) => {
  const all = [...situation.leading, ...situation.upcoming];
  if (situation.leading.length < 2) return null;
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
    evidence: trekkers(all),
    action: 'SPREAD_LEAVING',
  });
};

const noSuccessor: Rule = (situation) => {
  const { facts, leading, upcoming, lastEnd, openPlans } = situation;
  const searched = openPlans.some(({ candidates }) => candidates.length > 0);
  if (searched || (leading.length === 0 && upcoming.length > 0)) return null;
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

const handoverOverdue: Rule = (situation) => {
  const late = situation.openPlans
    .flatMap(({ items }) => items)
    .flatMap(({ id, dueOn, doneOn }) =>
      dueOn && !doneOn && situation.watch.hasPassed(dueOn) ? [{ id, dueOn }] : [],
    );
  if (late.length === 0) return null;
  return ofNetwork(situation, {
    code: 'HANDOVER_OVERDUE',
    severity: 4,
    since: null,
    dueOn: earliest(...late.map(({ dueOn }) => dueOn)),
    count: late.length,
    evidence: late.map(({ id }) => ({ type: 'HandoverItem', id })),
    action: 'FINISH_HANDOVER',
  });
};

const longTenure: Rule = (situation) => {
  const { facts, leading, watch } = situation;
  const long = leading
    .map((each) => ({
      ...each,
      full: each.tenure.from.add({ months: facts.thresholds.tenureGuidelineMonths }),
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

const noSupport: Rule = (situation) => {
  const { facts, watch } = situation;
  if (facts.support.some((arrangement) => watch.covers(arrangement))) return null;
  const ended = facts.support.flatMap(({ until }) => (until && watch.hasPassed(until) ? [until] : []));
  return ofNetwork(situation, {
    code: 'NO_SUPPORT',
    severity: 2,
    since: ended.length > 0 ? latest(...ended).add({ days: 1 }) : (facts.activeFrom ?? facts.createdOn),
    dueOn: null,
    action: 'ARRANGE_SUPPORT',
  });
};

const supportEnding: Rule = (situation) => {
  const { facts, watch } = situation;
  const there = facts.support.filter(({ until }) => !(until && watch.hasPassed(until)));
  const ends = there.flatMap(({ until }) => until ?? []);
  if (!there.some(({ from }) => watch.hasCome(from)) || ends.length < there.length) return null;
  const last = latest(...ends);
  if (!hasBegun(situation, facts.thresholds.supportEndingMonths, last)) return null;
  return ofNetwork(situation, {
    code: 'SUPPORT_ENDING',
    severity: 1,
    since: last.subtract({ months: facts.thresholds.supportEndingMonths }),
    dueOn: last,
    evidence: there
      .filter(({ until }) => until?.equals(last))
      .map(({ id }) => ({ type: 'SupportArrangement', id })),
    action: 'ARRANGE_SUPPORT',
  });
};

const inactive: Rule = (situation) => {
  const { facts, watch } = situation;
  const last = facts.lastActivityOn ?? facts.activeFrom;
  if (facts.status !== 'ACTIVE' || !last) return null;
  const since = last.add({ days: facts.thresholds.inactiveDays });
  if (!watch.hasCome(since)) return null;
  return ofNetwork(situation, {
    code: 'INACTIVE',
    severity: 3,
    since,
    dueOn: null,
    count: facts.thresholds.inactiveDays,
    action: 'CONTACT_NETWORK',
  });
};

/** It does not say how many: the roles may be elsewhere, and not for everybody to know of who sees this network. */
const overloaded: Rule = (situation) => {
  const { facts, leading, watch } = situation;
  const { mostRoles } = facts.thresholds;
  const over = leading.filter(({ tenure }) => {
    const roles = facts.people[tenure.personId]?.leads ?? [];
    return roles.filter((role) => watch.covers(role)).length > mostRoles;
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

/** Where nobody is named, whoever leads is the one to turn to. */
const unreachable: Rule = (situation) => {
  const { facts, leading, watch } = situation;
  const { contact } = facts;
  const reached = contact
    ? contact.reachable && contact.roles.some((role) => watch.covers(role))
    : leading.length === 0 || leading.some(({ tenure }) => facts.people[tenure.personId]?.reachable);
  if (reached) return null;
  return ofNetwork(situation, {
    code: 'UNREACHABLE',
    severity: 3,
    since: null,
    dueOn: null,
    evidence: contact ? [{ type: 'Person', id: contact.personId }] : trekkers(leading),
    action: 'NAME_CONTACT',
  });
};

const tieUnconfirmed: Rule = (situation) => {
  const { facts, leading, watch } = situation;
  const stale = leading
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

/** Every finding of DOMAIN.md, in its order. */
export const RULES: readonly Rule[] = [
  noTrekker,
  singleTrekker,
  endsSoon,
  allLeaveTogether,
  noSuccessor,
  handoverOverdue,
  longTenure,
  noSupport,
  supportEnding,
  inactive,
  overloaded,
  unreachable,
  tieUnconfirmed,
];
