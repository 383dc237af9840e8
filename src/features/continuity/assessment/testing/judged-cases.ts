import { day } from '../../../../kernel/clock.js';
import { type Assessment, assess } from '../assess.js';
import type { Finding, FindingCode } from '../../../worklist/findings.js';
import { type Differs, networkFacts, ON, plan, tenure } from './network-facts.js';

export const judged = (differs: Differs = {}, on = ON): Assessment => assess(networkFacts(differs), day(on));

export function finding(code: FindingCode, differs: Differs, on = ON): Finding | undefined {
  return judged(differs, on).findings.find((each) => each.code === code);
}

export const codes = (differs: Differs, on = ON) => judged(differs, on).findings.map(({ code }) => code);

/** Both trekkers, a year apart as the first one plans. */
export const leaving = (on: string, more: Differs = {}): Differs => ({
  trekkerschappen: [tenure('t1', { plannedOn: '2026-12-01' }), tenure('t2', { plannedOn: on })],
  thresholds: { leaveTogetherDays: 1 },
  plans: [plan('search', { candidates: [candidate('IDENTIFIED')] })],
  ...more,
});
export const single = (more: Parameters<typeof tenure>[1] = {}): Differs => ({
  trekkerschappen: [tenure('t1', more)],
});
export const candidate = (stage: string, personId = 'p9') => ({
  id: `candidate-${personId}`,
  personId,
  stage,
});
