import type { DayWatch } from '../day-watch.js';
import type { AgreementFacts } from './agreement-facts.js';
import type { Finding } from '../findings.js';

type AgreementRule = (facts: AgreementFacts, watch: DayWatch) => Finding | null;

const DAYS_TO_DECIDE = 28;
/** How long the region that asked is told of the answer. */
const DAYS_TO_READ = 14;
/** How long before its last day to ask whether it goes on. */
const AHEAD = { months: 3 };
const CLOSE = { months: 1 };

const asked: AgreementRule = ({ id, kind, isOfChange, answer, askedOn, until }, watch) => {
  if (answer || isOfChange || (until && watch.hasPassed(until))) return null;
  const dueOn = askedOn.add({ days: DAYS_TO_DECIDE });
  return {
    code: kind === 'MOVES' ? 'NETWORK_MOVE_ASKED' : 'AGREEMENT_ASKED',
    severity: watch.hasPassed(dueOn) ? 5 : 3,
    since: askedOn,
    dueOn,
    evidence: [agreement(id)],
    action: { code: 'DECIDE_AGREEMENT', on: agreement(id) },
  };
};

/** That one side calls it off before it begins is an answer too. */
const answered: AgreementRule = ({ id, answer, answeredOn, endedBy }, watch) => {
  if (!answeredOn || (answer === 'WITHDRAWN' && !endedBy)) return null;
  const dueOn = answeredOn.add({ days: DAYS_TO_READ });
  if (watch.hasPassed(dueOn)) return null;
  return {
    code: 'AGREEMENT_ANSWERED',
    severity: 1,
    since: answeredOn,
    dueOn,
    evidence: [agreement(id)],
    action: { code: 'READ_ANSWER', on: agreement(id) },
  };
};

/** Whoever did not end it early is told so, also when it is over at once. */
const ends: AgreementRule = ({ id, answer, until, endedBy, isFollowed }, watch) => {
  if (answer !== 'AGREED' || !until || isFollowed) return null;
  if (watch.hasPassed(endedBy ? until.add({ days: DAYS_TO_READ }) : until)) return null;
  const from = until.subtract(AHEAD);
  if (!watch.hasCome(from)) return null;
  return {
    code: 'AGREEMENT_ENDS',
    severity: watch.hasCome(until.subtract(CLOSE)) ? 3 : 2,
    since: from,
    dueOn: until,
    evidence: [agreement(id)],
    action: { code: 'RENEW_AGREEMENT', on: agreement(id) },
  };
};

const AGREEMENT_RULES: readonly AgreementRule[] = [asked, answered, ends];

/** What an agreement needs on the day of the watch; nothing once what it is about is gone, or has moved. */
export function agreementFindings(facts: AgreementFacts, watch: DayWatch): Finding[] {
  if (facts.kind === 'MOVES' && facts.until) return [];
  if (facts.goneOn && watch.hasCome(facts.goneOn)) return [];
  return AGREEMENT_RULES.flatMap((rule) => rule(facts, watch) ?? []);
}

/** The region whose turn it is: the one that decides, after its answer the one that asked, and whom the other left. */
export function regionToAct({ answer, endedBy, regionId, homeRegionId }: AgreementFacts): string {
  return answer && endedBy !== 'HOME' ? homeRegionId : regionId;
}

function agreement(id: string) {
  return { type: 'RegionAgreement', id };
}
