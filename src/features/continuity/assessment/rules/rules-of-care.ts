import { earliest, isBefore, latest } from '../../../../kernel/clock.js';
import { hasBegun, isPaused, network, ofNetwork, type Rule, trekkers } from './rule.js';
import { awayOn } from '../situation.js';

/** A candidate who agreed may take over a little later than planned before it counts as late. */
const GRACE = { days: 14 };

/** Overdue items, but those of whoever is left alone; and a candidate who agreed but did not take over by the target day of the plan. */
export const handoverOverdue: Rule = (situation) => {
  const { openPlans, agreed, watch } = situation;
  const items = openPlans
    .flatMap((plan) => plan.items)
    .filter(({ ownerPausedUntil }) => !isPaused(watch, ownerPausedUntil))
    .flatMap(({ id, dueOn, doneOn }) => (dueOn && !doneOn ? [{ type: 'HandoverItem', id, dueOn }] : []));
  const plans = openPlans
    .filter((plan) => agreed.some((each) => each.plan === plan))
    .flatMap(({ id, targetOn }) => (targetOn ? [{ type: 'SuccessionPlan', id, dueOn: targetOn }] : []));
  const late = [
    ...items.filter(({ dueOn }) => watch.hasPassed(dueOn)),
    ...plans.filter(({ dueOn }) => watch.hasPassed(dueOn.add(GRACE))),
  ];
  if (late.length === 0) return null;
  return ofNetwork(situation, {
    code: 'HANDOVER_OVERDUE',
    severity: 4,
    since: null,
    dueOn: earliest(...late.map(({ dueOn }) => dueOn)),
    count: late.length,
    evidence: late.map(({ type, id }) => ({ type, id })),
    action: late[0]!.type === 'HandoverItem' ? 'FINISH_HANDOVER' : 'COMPLETE_SUCCESSION',
  });
};

export const noSupport: Rule = (situation) => {
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

export const supportEnding: Rule = (situation) => {
  const { facts, watch } = situation;
  const there = facts.support.filter(({ until }) => !(until && watch.hasPassed(until)));
  const ends = there.flatMap(({ until }) => until ?? []);
  if (!there.some(({ from }) => watch.hasCome(from)) || ends.length < there.length) return null;
  const last = latest(...ends);
  if (facts.endsOn && !isBefore(last, facts.endsOn)) return null;
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

export const inactive: Rule = (situation) => {
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

/**
 * If nobody is named, the trekkers who are there are the contact; on days on which none is, the caretaker. Whoever is away
 * is not who can be reached.
 */
export const unreachable: Rule = (situation) => {
  const { facts, leading, present, watch } = situation;
  const { contact } = facts;
  const reached = contact
    ? contact.reachable && contact.roles.some((role) => watch.covers(role)) && !awayOn(facts, watch, contact)
    : present.length === 0 || present.some(({ personId }) => facts.people[personId]?.reachable);
  if (reached) return null;
  return {
    code: 'UNREACHABLE',
    severity: 3,
    since: null,
    dueOn: null,
    evidence: contact ? [{ type: 'Person', id: contact.personId }] : trekkers(leading),
    action: { code: 'NAME_CONTACT', on: network(situation) },
  };
};
