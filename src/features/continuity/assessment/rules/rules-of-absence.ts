import { earliest, latest } from '../../../../kernel/clock.js';
import { ofNetwork, type Rule, trekkers } from './rule.js';
import { awayOn } from '../situation.js';

/** Nobody who leads is there: a caretaker covers these days, as `days_to_cover` says. The roles go on. */
export const trekkerAbsent: Rule = (situation) => {
  const { facts, leading, present, watch } = situation;
  if (leading.length === 0 || present.length > 0) return null;
  const away = leading.map(({ tenure }) => awayOn(facts, watch, tenure)!);
  const expected = away.flatMap(({ expectedOn }) => expectedOn ?? []);
  return ofNetwork(situation, {
    code: 'TREKKER_ABSENT',
    severity: facts.status === 'FORMING' ? 3 : 4,
    since: latest(...away.map(({ from }) => from)),
    dueOn: expected.length > 0 ? earliest(...expected) : null,
    count: leading.length,
    evidence: trekkers(leading),
    action: 'ARRANGE_SUBSTITUTE',
  });
};

/** Nothing ends by the expected day: somebody asks. */
export const absenceOverdue: Rule = (situation) => {
  const { facts, leading, watch } = situation;
  const late = leading.flatMap((each) => {
    const expectedOn = awayOn(facts, watch, each.tenure)?.expectedOn;
    return expectedOn && watch.hasPassed(expectedOn) ? [{ each, expectedOn }] : [];
  });
  if (late.length === 0) return null;
  const first = earliest(...late.map(({ expectedOn }) => expectedOn));
  return ofNetwork(situation, {
    code: 'ABSENCE_OVERDUE',
    severity: 2,
    since: first.add({ days: 1 }),
    dueOn: first,
    evidence: trekkers(late.map(({ each }) => each)),
    action: 'ASK_ABSENT_TREKKER',
  });
};
