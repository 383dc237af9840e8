import type { AnyCommand } from './commands/any-command.js';

const begin = { which: 0, who: 0, length: null, flag: true } as const;
const led = (network: number, since: number, who = 0): AnyCommand[] => [
  { ...begin, do: 'start', network, who, on: { days: since } },
  { ...begin, do: 'activate', network, on: { days: -10 } },
];

const sought = (network: number): AnyCommand[] => [
  ...led(network, -400),
  { ...begin, do: 'open', network, on: null },
  { ...begin, do: 'addCandidate', network, on: null, who: 1 },
];

/** A trekker who has yet to begin is due to stop, and a successor is recorded. */
const stopsBeforeItBegins: AnyCommand[] = [
  ...led(0, -400),
  { ...begin, do: 'start', network: 0, who: 2, on: { days: 10 } },
  { ...begin, do: 'end', network: 0, which: 1, on: { days: 20 } },
  { ...begin, do: 'addCandidate', network: 0, who: 1, on: null },
];
const followedBeforeItBegins: AnyCommand = {
  ...begin,
  do: 'complete',
  network: 0,
  which: 1,
  who: 4,
  on: null,
  length: 10,
  flag: false,
};

/** They change their role, and the network ends on the day before. */
const endsBeforeTheOtherRole: AnyCommand[] = [
  ...led(0, -400),
  { ...begin, do: 'changeRole', network: 0, on: { days: 10 } },
  { ...begin, do: 'endNetwork', network: 0, on: { days: 9 } },
];

/** The trekker departs while the network is to end, and neither does. */
const departsBeforeTheEnd: AnyCommand[] = [
  ...led(0, -400),
  { ...begin, do: 'endNetwork', network: 0, on: { days: 9 } },
  { ...begin, do: 'depart', network: 0, on: null },
  { ...begin, do: 'takeBack', network: 0, on: null },
  { ...begin, do: 'goOnAfterAll', network: 0, on: null },
];

/** Somebody departs who is to begin after the last day of the network, which goes on; they come back. */
const departsWhileItIsToEnd: AnyCommand[] = [
  ...led(0, -400),
  { ...begin, do: 'start', network: 0, who: 2, on: { days: 20 } },
  { ...begin, do: 'endNetwork', network: 0, on: { days: 9 } },
  { ...begin, do: 'depart', network: 0, who: 2, on: null, flag: false },
  { ...begin, do: 'goOnAfterAll', network: 0, on: null },
  { ...begin, do: 'takeBack', network: 0, on: null },
];

/** Whoever is to follow the trekker departs before they begin. */
const departsBeforeTheyBegin: AnyCommand[] = [
  ...sought(0),
  { ...begin, do: 'complete', network: 0, which: 1, who: 4, on: { days: 10 } },
  { ...begin, do: 'depart', network: 0, who: 1, on: null },
];

/** The same while the network is to end on the days before; it goes on, and they come back. */
const departsMeanwhile: AnyCommand[] = [
  ...sought(0),
  { ...begin, do: 'complete', network: 0, which: 1, who: 4, on: { days: 10 } },
  { ...begin, do: 'endNetwork', network: 0, on: { days: 5 } },
  { ...begin, do: 'depart', network: 0, who: 1, on: null },
  { ...begin, do: 'goOnAfterAll', network: 0, on: null },
  { ...begin, do: 'takeBack', network: 0, on: null },
];

/** The trekker departs after the last day of the network, which never ended; nor did they. */
const departsAfterTheEnd: AnyCommand[] = [
  ...led(0, -400),
  { ...begin, do: 'endNetwork', network: 0, on: { days: -5 } },
  { ...begin, do: 'depart', network: 0, on: { days: -2 } },
  { ...begin, do: 'annulEnd', network: 0, on: null },
  { ...begin, do: 'takeBack', network: 0, on: null },
];

/** Whoever took over departs, which they never did. */
const departsFromWhatNeverWas: AnyCommand[] = [
  ...sought(0),
  { ...begin, do: 'complete', network: 0, which: 1, who: 4, on: { days: -1 } },
  { ...begin, do: 'depart', network: 0, who: 1, on: null },
  { ...begin, do: 'annul', network: 0, which: 1, on: null },
  { ...begin, do: 'takeBack', network: 0, on: null },
];

/** Whoever agreed to follow the trekker departs. */
const agreedAndDeparts: AnyCommand[] = [
  ...sought(0),
  { ...begin, do: 'depart', network: 0, who: 1, on: null },
  { ...begin, do: 'takeBack', network: 0, on: null },
];
/** Whoever stands by does so because they support it: which they never did, or only before. */
const stoodByForNothing: AnyCommand[] = [0, 2].flatMap((network): AnyCommand[] => [
  { ...begin, do: 'supportStart', network, on: { days: -20 } },
  { ...begin, do: 'activate', network, on: { days: -10 } },
  { ...begin, do: network === 0 ? 'supportAnnul' : 'supportCorrect', network, who: 1, on: null, flag: false },
]);

/** Of three who lead a network that is to end, and of three who might lead another one, one is left in peace and one dies. */
const leftInPeace: AnyCommand[] = [
  ...sought(0),
  ...[2, 3, 4].map((who): AnyCommand => ({ ...begin, do: 'memberStart', network: 0, who, on: null })),
  ...[0, 2, 3].map((who): AnyCommand => ({ ...begin, do: 'start', network: 1, who, on: { days: -30 } })),
  { ...begin, do: 'activate', network: 1, on: null },
  { ...begin, do: 'endNetwork', network: 1, on: { days: 24 } },
  { ...begin, do: 'leaveAlone', network: 1, who: 2, on: { days: 10 } },
  { ...begin, do: 'depart', network: 1, who: 3, on: null },
];

/** Its trekker moves to where it goes itself; they do so, and it does not in the end. */
const goesElsewhere: AnyCommand[] = [
  ...led(0, -400),
  { ...begin, do: 'supportStart', network: 0, on: { days: -20 }, length: 19 },
  { ...begin, do: 'end', network: 0, on: { days: -5 } },
  { ...begin, do: 'move', network: 0, which: 2, on: { days: -1 } },
  { ...begin, do: 'askNetworkMove', network: 0, which: 2, on: { days: 1 } },
  { ...begin, do: 'decideNetworkMove', network: 0, who: 1, on: null },
  { ...begin, do: 'start', network: 0, on: { days: 5 } },
  { ...begin, do: 'dayPasses', network: 0, on: null },
  { ...begin, do: 'annulMove', network: 0, on: null },
  { ...begin, do: 'supportAnnul', network: 0, on: null },
];

/** Its co-trekker and a member begin in what parts from it. */
const parts: AnyCommand[] = [
  ...led(0, -400),
  { ...begin, do: 'start', network: 0, who: 1, on: { days: -9 } },
  { ...begin, do: 'memberStart', network: 0, who: 3, on: { days: -9 } },
  { ...begin, do: 'split', network: 0, which: 1, on: { days: -3 }, length: 0 },
];

/** Nobody is asked about a move who departs: they are again when they do not, and then go, by a yes. */
const departsWhileMoving: AnyCommand[] = [
  { ...begin, do: 'move', network: 0, which: 2, on: null },
  { ...begin, do: 'depart', network: 0, on: null, flag: false },
  { ...begin, do: 'takeBack', network: 0, on: null },
  { ...begin, do: 'answerMove', network: 0, on: null },
];

/** Its trekker, who had planned to stop by then, and its member go on in another network. */
const goesUpInAnother: AnyCommand[] = [
  ...led(0, -400),
  ...led(1, -300, 1),
  { ...begin, do: 'planEnd', network: 0, on: { days: 1 } },
  { ...begin, do: 'memberStart', network: 0, who: 3, on: null },
  { ...begin, do: 'dayPasses', network: 0, which: 7, on: null },
  { ...begin, do: 'merge', network: 1, on: null },
];

/** Whoever is to follow the trekker departs while the network is to end, which goes up in another one. */
const departsBeforeItGoesUp: AnyCommand[] = [
  ...sought(0),
  { ...begin, do: 'complete', network: 0, which: 1, who: 4, on: { days: 10 } },
  ...led(1, -300, 2),
  { ...begin, do: 'endNetwork', network: 0, on: { days: 5 } },
  { ...begin, do: 'depart', network: 0, who: 1, on: null },
  { ...begin, do: 'merge', network: 1, on: null },
];

/** The trekker died after the day on which the network went up in another one, and did not. */
const diedAndWentAlong: AnyCommand[] = [
  ...led(0, -400),
  ...led(1, -300, 1),
  { ...begin, do: 'depart', network: 0, on: { days: -2 } },
  { ...begin, do: 'merge', network: 1, on: { days: -5 } },
  { ...begin, do: 'takeBack', network: 0, on: null },
];

/** The same; nobody departs in the end. */
const beginsWhereItWentUp: AnyCommand[] = [
  ...sought(0),
  { ...begin, do: 'complete', network: 0, which: 1, who: 4, on: { days: 10 } },
  ...led(1, -300, 2),
  { ...begin, do: 'depart', network: 0, who: 1, on: null },
  { ...begin, do: 'merge', network: 1, on: null },
  { ...begin, do: 'takeBack', network: 0, on: null },
];

/** The trekker departs before the last day of the network, and does not, while somebody might follow them. */
const isLedToTheEnd: AnyCommand[] = [
  ...sought(0),
  { ...begin, do: 'depart', network: 0, on: null },
  { ...begin, do: 'endNetwork', network: 0, on: { days: 20 } },
  { ...begin, do: 'takeBack', network: 0, on: null },
  { ...begin, do: 'goOnAfterAll', network: 0, on: null },
];

/** A member who had left and the trekker, who had stopped, stop with everything: neither had before that. */
const hadNotStoppedBefore: AnyCommand[] = [
  ...led(0, -400),
  { ...begin, do: 'memberStart', network: 0, who: 3, on: { days: -30 } },
  { ...begin, do: 'memberEnd', network: 0, on: { days: -20 } },
  { ...begin, do: 'end', network: 0, on: { days: -15 } },
  { ...begin, do: 'depart', network: 0, who: 3, on: { days: -3 }, flag: false },
  { ...begin, do: 'depart', network: 0, on: { days: -2 }, flag: false },
  { ...begin, do: 'memberCorrect', network: 0, who: 3, on: null, length: 0 },
  { ...begin, do: 'correct', network: 0, on: null },
  { ...begin, do: 'takeBack', network: 0, on: null },
  { ...begin, do: 'takeBack', network: 0, which: 1, on: null },
];

/** The same, and they had taken it up again since. */
const hadTakenItUpAgain: AnyCommand[] = [
  ...led(0, -400),
  { ...begin, do: 'memberStart', network: 0, who: 3, on: { days: -30 } },
  { ...begin, do: 'memberEnd', network: 0, on: { days: -20 } },
  { ...begin, do: 'end', network: 0, on: { days: -15 } },
  { ...begin, do: 'depart', network: 0, who: 3, on: { days: -3 }, flag: false },
  { ...begin, do: 'depart', network: 0, on: { days: -2 }, flag: false },
  { ...begin, do: 'memberStart', network: 0, who: 3, on: { days: 1 } },
  { ...begin, do: 'start', network: 0, on: { days: 1 } },
  { ...begin, do: 'memberCorrect', network: 0, who: 3, on: null, length: 0 },
  { ...begin, do: 'correct', network: 0, on: null },
  { ...begin, do: 'takeBack', network: 0, on: null },
];

/** The trekker is to stop, nobody is sought any more by then, and they departed before that, which they did not. */
const wasSoughtNoMore: AnyCommand[] = [
  ...led(0, -400),
  { ...begin, do: 'end', network: 0, on: { days: 20 } },
  { ...begin, do: 'stop', network: 0, on: null },
  { ...begin, do: 'depart', network: 0, on: null },
  { ...begin, do: 'takeBack', network: 0, on: null },
];

/** The same of somebody who is yet to begin, and of one for whose successor people were searching. */
const neverBegan = (stopped: boolean): AnyCommand[] => [
  ...stopsBeforeItBegins,
  ...(stopped ? [{ ...begin, do: 'stop', network: 0, on: null } as const] : []),
  { ...begin, do: 'depart', network: 0, who: 2, on: null },
  { ...begin, do: 'takeBack', network: 0, on: null },
];

/** Whoever led it last went along with a part, by what is on record; somebody had not stopped before that. */
const wasLeftToSomebody: AnyCommand[] = [
  ...led(0, -400),
  { ...begin, do: 'start', network: 0, who: 1, on: { days: -30 } },
  { ...begin, do: 'end', network: 0, on: { days: -5 } },
  { ...begin, do: 'split', network: 0, which: 1, on: { days: -3 } },
  { ...begin, do: 'correct', network: 0, on: null },
];

/** A search in time, which the end of the network stopped, goes on; it never was active. */
const neverWasActive: AnyCommand[] = [
  ...led(0, -400),
  { ...begin, do: 'planEnd', network: 0, on: { days: 25 } },
  { ...begin, do: 'endNetwork', network: 0, on: { days: 9 } },
  { ...begin, do: 'goOnAfterAll', network: 0, on: null },
  { ...begin, do: 'annulActivation', network: 0, on: null },
];

/** How a run begins: with nothing, with a led network, with a successor in view, with one trekker who leads all. */
export const BEGINNINGS: readonly (readonly AnyCommand[])[] = [
  [],
  led(0, -20),
  sought(0),
  sought(2),
  [...stopsBeforeItBegins, { ...begin, do: 'goOn', network: 0, on: null }],
  [...stopsBeforeItBegins, followedBeforeItBegins],
  [...led(0, -850), ...led(1, -20), ...led(2, -300)],
  endsBeforeTheOtherRole,
  agreedAndDeparts,
  departsFromWhatNeverWas,
  departsBeforeTheEnd,
  departsWhileItIsToEnd,
  departsMeanwhile,
  departsAfterTheEnd,
  departsBeforeItGoesUp,
  goesUpInAnother,
  diedAndWentAlong,
  beginsWhereItWentUp,
  hadNotStoppedBefore,
  hadTakenItUpAgain,
  wasSoughtNoMore,
  neverBegan(true),
  neverBegan(false),
  wasLeftToSomebody,
  neverWasActive,
  isLedToTheEnd,
  stoodByForNothing,
  leftInPeace,
  goesElsewhere,
  departsWhileMoving,
  parts,
  [
    ...departsBeforeTheyBegin,
    { ...begin, do: 'dayPasses', network: 0, on: null },
    { ...begin, do: 'takeBack', network: 0, on: null },
  ],
];
