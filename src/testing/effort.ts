/**
 * The number of attempts of races and random runs: first in `npm test`, then in `npm run test:long`. The first number
 * is enough to find a broken rule; the second looks for what goes wrong once in a while.
 */
const TIMES = {
  /** Lives of networks that are played against the model. */
  scenariosOfNetworks: [8, 400],
  /** Lives of the seats of a body, likewise. */
  scenariosOfSeats: [10, 100],
  /** Lives of seats and profiles whose stored findings are compared with a fresh assessment. */
  historiesOfWork: [4, 40],
  /** Random documents for each viewer, which the naive resolvers answer too. */
  randomQueries: [40, 600],
  /** Random lists for each viewer, in a country of which they see a small part. */
  queriesOfReach: [40, 500],
  /** How many times as much is hidden from a viewer as what there is to see. */
  hiddenCopies: [12, 40],
  /** Pairs of arbitrary writes that collide at the same moment. */
  pairsOfWrites: [24, 480],
  /** Races for what may never go wrong: a network without a trekker, a seat with two holders. */
  racesThatMatterMost: [20, 400],
  /** Every other race. */
  races: [6, 50],
  /** Days on which the demo content is added, of those on which a month or a year turns. */
  turningDays: [6, 24],
  /** Days in four weeks, of three school years, that pass and are compared besides those of the story. */
  daysInFourWeeks: [1, 28],
  /** Pairs of a departure and what else is recorded at the same moment. */
  pairsWithDepartures: [4, 16],
  /** Pairs of a mistake that is put right and what was recorded before it was. */
  crossings: [24, 1_000],
  /** Facts that are assessed by pure rules. */
  judgements: [50, 1_500],
} satisfies Record<string, readonly [test: number, long: number]>;

const IS_LONG = !!process.env['LONG'];

/** Where a build on a change should fail because of that change only, every run draws the same. */
const IN_CI = 20_261_123;

/** `RUNS=…` overrides it for one file. */
export function times(what: keyof typeof TIMES): number {
  const [inTest, inLong] = TIMES[what];
  const runs = Number(process.env['RUNS'] || (IS_LONG ? inLong : inTest));
  if (!(runs >= 1)) throw new Error('RUNS must be a number, 1 or more');
  return runs;
}

/** The seed of a test with random input: from `SEED=…`, else a new one at every run, but a fixed one in CI. */
export function seed(): number {
  const { SEED, CI } = process.env;
  const drawn = Number(SEED || (CI && !IS_LONG ? IN_CI : Math.floor(Math.random() * 2 ** 31)));
  if (IS_LONG) process.stderr.write(`${expect.getState().testPath ?? ''}: SEED=${drawn}\n`);
  return drawn;
}
