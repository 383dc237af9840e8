import { network, type Rule } from './rule.js';

/** Months before the last day, with the severity from then on. Further away than these: 1. */
const LADDER = [
  { months: 1, severity: 5 },
  { months: 3, severity: 3 },
];

/** What is left to do for a network that ends, or has ended. */
export const networkEnds: Rule = (situation) => {
  const { facts, watch } = situation;
  const { endsOn, endTasks } = facts;
  if (!endsOn) return null;
  // from that day on it is judged by nothing else
  const isOver = watch.hasCome(endsOn);
  if (endTasks === 0) return null;
  const step = LADDER.find(({ months }) => watch.hasCome(endsOn.subtract({ months })));
  return {
    code: 'NETWORK_ENDS',
    severity: isOver ? 6 : (step?.severity ?? 1),
    since: null,
    dueOn: endsOn,
    count: endTasks,
    evidence: [network(situation)],
    action: { code: 'PREPARE_END', on: network(situation) },
  };
};
