/**
 * How often what is raced or drawn at random is tried: first in `npm test`, then in `npm run test:long`.
 * The first number is enough to find a rule that is broken; the second looks for what goes wrong once in a while.
 */
const TIMES = {
  /** Lives of networks that are played against the model. */
  scenariosOfNetworks: [20, 400],
  /** Lives of the seats of a body, likewise. */
  scenariosOfSeats: [10, 100],
  /** Lives of seats and profiles, of which the kept findings are compared with a fresh look. */
  historiesOfWork: [4, 40],
  /** Random documents for each viewer, which the naive resolvers answer too. */
  randomQueries: [60, 600],
  /** Pairs of writes, whichever, that meet at the same moment. */
  pairsOfWrites: [40, 480],
  /** Races for what may never go wrong: a network without a trekker, a seat with two holders. */
  racesThatMatterMost: [20, 400],
  /** Every other race. */
  races: [6, 50],
  /** Facts that are judged by pure rules. */
  judgements: [150, 1_500],
} satisfies Record<string, readonly [test: number, long: number]>;

const IS_LONG = !!process.env['LONG'];

/** Where a build on somebody's change should fail for that change only, every run draws the same. */
const IN_CI = 20_261_123;

/** `RUNS=…` says otherwise, for one file. */
export function times(what: keyof typeof TIMES): number {
  const [inTest, inLong] = TIMES[what];
  return Number(process.env['RUNS'] ?? (IS_LONG ? inLong : inTest));
}

/** Of a test that draws at random: from `SEED=…`, else another one at every run, but the same in CI. */
export function seed(): number {
  const { SEED, CI } = process.env;
  const drawn = Number(SEED ?? (CI && !IS_LONG ? IN_CI : Math.floor(Math.random() * 2 ** 31)));
  if (IS_LONG) process.stderr.write(`${expect.getState().testPath ?? ''}: SEED=${drawn}\n`);
  return drawn;
}
