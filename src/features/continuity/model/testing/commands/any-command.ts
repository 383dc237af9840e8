import fc from 'fast-check';
import { CANDIDATE_COMMANDS } from './candidate-commands.js';
import { DEPART_COMMANDS } from './depart-commands.js';
import { LEADING_COMMANDS } from './leading-commands.js';
import type { Command, On } from './model-commands.js';
import { type Day, monthsLater, next } from '../model-days.js';
import { JOIN_COMMANDS } from './join-commands.js';
import { LIFE_COMMANDS } from './life-commands.js';
import { MOVING_COMMANDS } from './moving-commands.js';
import { NETWORK_COMMANDS } from './network-commands.js';
import { PLAN_COMMANDS } from './plan-commands.js';
import { ROLE_COMMANDS } from './role-commands.js';
import type { Model, NetworkModel } from '../succession-model.js';
import { UNDO_COMMANDS } from './undo-commands.js';

export const ALL_COMMANDS = {
  ...LEADING_COMMANDS,
  ...NETWORK_COMMANDS,
  ...ROLE_COMMANDS,
  ...LIFE_COMMANDS,
  ...DEPART_COMMANDS,
  ...JOIN_COMMANDS,
  ...MOVING_COMMANDS,
  ...PLAN_COMMANDS,
  ...CANDIDATE_COMMANDS,
  ...UNDO_COMMANDS,
};

export type AnyCommand = Command<keyof typeof ALL_COMMANDS | 'dayPasses'>;

const LATER: readonly ((today: Day) => Day)[] = [
  (today) => today + 1,
  (today) => today + 1,
  (today) => next(today, '07-31'),
  (today) => next(today, '08-01'),
  (today) => monthsLater(today, 1),
  (today) => today + 7,
  (today) => monthsLater(today, 9),
  (today) => today + 2,
  (today) => monthsLater(today, 1),
  (today) => next(today, '02-29'),
];

/** Some day after today: mostly soon, sometimes one that is special. */
export function laterDay(today: Day, which: number): Day {
  return LATER[which % LATER.length]!(today);
}

const on: fc.Arbitrary<On> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 6, arbitrary: fc.record({ days: fc.integer({ min: -15, max: 25 }) }) },
  // the same day as something else, or next to it
  { weight: 4, arbitrary: fc.record({ near: fc.nat(9), shift: fc.integer({ min: -1, max: 1 }) }) },
  { weight: 2, arbitrary: fc.record({ days: fc.constantFrom(-1_200, -850, -800, -300, 100, 300) }) },
);

const names: { weight: number; arbitrary: fc.Arbitrary<AnyCommand['do']> }[] = [
  { weight: 10, arbitrary: fc.constantFrom('start', 'end', 'handOver') },
  {
    weight: 8,
    arbitrary: fc.constantFrom('stopMyself', 'annul', 'correct', 'goOn', 'planEnd', 'changeRole'),
  },
  { weight: 6, arbitrary: fc.constantFrom('careStart', 'supportStart', 'memberStart', 'activity') },
  {
    weight: 6,
    arbitrary: fc.constantFrom(...(Object.keys(ROLE_COMMANDS) as (keyof typeof ROLE_COMMANDS)[])),
  },
  { weight: 10, arbitrary: fc.constantFrom('addCandidate', 'moveCandidate') },
  { weight: 6, arbitrary: fc.constantFrom('open', 'stop', 'retarget', 'doItem') },
  { weight: 6, arbitrary: fc.constant('complete') },
  { weight: 4, arbitrary: fc.constantFrom('tieRecord', 'tieRecord', 'tieRemove') },
  { weight: 2, arbitrary: fc.constantFrom('activate', 'pause') },
  { weight: 2, arbitrary: fc.constantFrom('endNetwork', 'goOnAfterAll', 'annulEnd', 'correctEnd') },
  { weight: 1, arbitrary: fc.constantFrom('annulActivation', 'correctActivation') },
  { weight: 1, arbitrary: fc.constantFrom('merge', 'split') },
  { weight: 2, arbitrary: fc.constantFrom('depart', 'depart', 'takeBack') },
  { weight: 2, arbitrary: fc.constantFrom('move', 'answerMove', 'annulMove', 'leaveAlone') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'askNetworkMove',
      'decideNetworkMove',
      'decideNetworkMove',
      'withdrawNetworkMove',
      'callOffNetworkMove',
    ),
  },
  { weight: 5, arbitrary: fc.constant('dayPasses') },
];

export const anyCommand: fc.Arbitrary<AnyCommand> = fc.record({
  do: fc.oneof(...names),
  // most of it happens to one of them
  network: fc.constantFrom(0, 0, 0, 1, 2, 2),
  which: fc.nat(9),
  who: fc.nat(4),
  on,
  length: fc.option(fc.nat(20), { freq: 3 }),
  flag: fc.boolean(),
});

/** The network that the command names; for commands about a search, nearly always one with an open plan. */
export function networkFor({ networks }: Model, { do: name, network, which }: AnyCommand): NetworkModel {
  const searching = networks.filter((each) => each.openPlans().length > 0);
  const isSearch = name in PLAN_COMMANDS || name in CANDIDATE_COMMANDS;
  const among = isSearch && name !== 'open' && which < 9 && searching.length > 0 ? searching : networks;
  return among[network % among.length]!;
}
