import fc from 'fast-check';
import { conditional, type ServedTime, survivalCurve } from './survival.js';

const ended = (...days: number[]): ServedTime[] => days.map((each) => ({ days: each, ended: true }));
const goingOn = (...days: number[]): ServedTime[] => days.map((each) => ({ days: each, ended: false }));

/** Weeks of remission under 6-MP: Freireich et al., Blood 21 (1963), the usual example of the estimator. */
const REMISSION = [
  ...ended(6, 6, 6, 7, 10, 13, 16, 22, 23),
  ...goingOn(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35),
];

test.each([
  [0, 1],
  [5, 1],
  [6, 0.857],
  [7, 0.807],
  [9, 0.807],
  [10, 0.753],
  [13, 0.69],
  [16, 0.627],
  [21, 0.627],
  [22, 0.538],
  [23, 0.448],
  [35, 0.448],
  [1_000, 0.448],
])('the published example: after %s weeks %s is left', (weeks, published) => {
  expect(survivalCurve(REMISSION).survives(weeks)).toBeCloseTo(published, 3);
});

test('the published example rests on 21 patients, alike ones counted together or not', () => {
  const together = survivalCurve([
    { days: 6, ended: true, count: 3 },
    ...REMISSION.filter(({ days, ended }) => days > 6 || !ended),
  ]);
  const apart = survivalCurve(REMISSION);
  expect([together.count, apart.count]).toEqual([21, 21]);
  for (let weeks = 0; weeks < 40; weeks++) expect(together.survives(weeks)).toBe(apart.survives(weeks));
});

describe('given the time served so far', () => {
  const curve = survivalCurve(REMISSION);

  test('what is left later, of those left now', () => {
    // the steps after week 10: 1 of 12 at 13, 1 of 11 at 16
    expect(conditional(curve, 10, 6)).toBeCloseTo((11 / 12) * (10 / 11), 12);
    expect(conditional(curve, 0, 7)).toBeCloseTo(curve.survives(7), 12);
    expect(conditional(curve, 13, 0)).toBe(1);
  });

  test('nothing is known beyond the longest on record: it stays as it is', () => {
    expect(conditional(curve, 23, 500)).toBe(1);
  });

  test('who outlived everybody, while all on record stopped, has no chance to go on', () => {
    expect(conditional(survivalCurve(ended(10, 20)), 30, 1)).toBe(0);
  });

  test('without any tenure on record everybody goes on', () => {
    expect(conditional(survivalCurve([]), 100, 100)).toBe(1);
  });
});

/** Uniform in (0, 1), the same for one seed (mulberry32). */
function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4_294_967_296;
  };
}

describe('finds back the law that tenures were drawn from, though many still go on', () => {
  const DRAWN = 2_000;
  test.each([
    ['exponential, mean 900 days', 1, 900],
    ['Weibull, most stop around three years', 2.5, 1_100],
    ['Weibull, many stop early', 0.7, 700],
  ])('%s', (_name, shape, scale) => {
    const random = uniform(20260801);
    const sample = Array.from({ length: DRAWN }, (): ServedTime => {
      const days = scale * (-Math.log(random())) ** (1 / shape);
      const watched = 2_400 * random();
      return { days: Math.min(days, watched), ended: days <= watched };
    });
    expect(sample.filter((each) => !each.ended).length).toBeGreaterThan(DRAWN / 5);
    const curve = survivalCurve(sample);
    for (let days = 50; days <= 2_000; days += 50) {
      const truth = Math.exp(-((days / scale) ** shape));
      // Greenwood: the variance of the estimate
      const variance = sample
        .filter((each) => each.ended && each.days <= days)
        .reduce((sum, each) => {
          const atRisk = sample.filter((other) => other.days >= each.days).length;
          return sum + (atRisk > 1 ? 1 / (atRisk * (atRisk - 1)) : 0);
        }, 0);
      const error = Math.max(Math.sqrt(variance) * curve.survives(days), 1 / DRAWN);
      expect(Math.abs(curve.survives(days) - truth) / error).toBeLessThan(4);
    }
  });
});

const served = fc.record({ days: fc.nat(60), ended: fc.boolean(), count: fc.integer({ min: 1, max: 3 }) });
const samples = fc.array(served, { maxLength: 40 });

describe('for any sample', () => {
  test('it starts at one, never rises, and stays a chance', () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const curve = survivalCurve(sample);
        let before = curve.survives(-1);
        expect(before).toBe(1);
        for (let days = 0; days <= 70; days++) {
          const now = curve.survives(days);
          expect(now).toBeLessThanOrEqual(before);
          expect(now).toBeGreaterThanOrEqual(0);
          before = now;
        }
      }),
    );
  });

  test('where all ended, it is the share of those who served longer', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }), (days) => {
        const curve = survivalCurve(ended(...days));
        for (let day = 0; day <= 61; day++) {
          const longer = days.filter((each) => each > day).length / days.length;
          expect(curve.survives(day)).toBeCloseTo(longer, 10);
        }
      }),
    );
  });

  test('the order it is given in does not matter', () => {
    fc.assert(
      fc.property(
        samples.chain((sample) =>
          fc.tuple(
            fc.constant(sample),
            fc.shuffledSubarray(sample, { minLength: sample.length, maxLength: sample.length }),
          ),
        ),
        ([sample, shuffled]) => {
          const [one, other] = [survivalCurve(sample), survivalCurve(shuffled)];
          for (let days = 0; days <= 61; days++) expect(other.survives(days)).toBe(one.survives(days));
        },
      ),
    );
  });

  test('who is in the sample, going on, has a chance to be worked out', () => {
    fc.assert(
      fc.property(samples, fc.nat(60), fc.nat(60), (sample, days, further) => {
        const curve = survivalCurve([...sample, { days, ended: false }]);
        expect(curve.survives(days)).toBeGreaterThan(0);
        expect(conditional(curve, days, further)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
