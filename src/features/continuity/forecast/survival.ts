/** How long a person led, or has been leading so far, in days. */
export interface ServedTime {
  readonly days: number;
  /** false: still leading, so that it will be more than `days` */
  readonly ended: boolean;
  /** number of identical tenures; 1 if omitted */
  readonly count?: number;
}

export interface SurvivalCurve {
  /** number of tenures on which it is based */
  readonly count: number;
  /** S(t): the probability that a tenure is longer than that many days */
  survives(days: number): number;
}

/**
 * The Kaplan–Meier estimator. A current tenure counts up to the days served so far; of those with the same number of
 * days, the ends come first. After the longest recorded tenure the curve stays where it is: nothing is known of what
 * comes then. Without any tenure everything survives.
 */
export function survivalCurve(tenures: readonly ServedTime[]): SurvivalCurve {
  const all = new Map<number, { ended: number; served: number }>();
  let atRisk = 0;
  for (const { days, ended, count = 1 } of tenures) {
    const same = all.get(days) ?? { ended: 0, served: 0 };
    all.set(days, { ended: same.ended + (ended ? count : 0), served: same.served + count });
    atRisk += count;
  }
  const count = atRisk;
  const steps: { readonly days: number; readonly chance: number }[] = [];
  let chance = 1;
  for (const [days, { ended, served }] of [...all].sort(([a], [b]) => a - b)) {
    if (ended > 0) {
      chance *= 1 - ended / atRisk;
      steps.push({ days, chance });
    }
    atRisk -= served;
  }
  return {
    count,
    survives(days) {
      let [from, until] = [0, steps.length];
      while (from < until) {
        const middle = (from + until) >> 1;
        if (steps[middle]!.days <= days) from = middle + 1;
        else until = middle;
      }
      return from === 0 ? 1 : steps[from - 1]!.chance;
    },
  };
}

/**
 * The probability of continuing for that many more days after having served that many. A tenure that is in the sample
 * itself keeps the curve above zero as far as it goes. One that is not may have outlived all recorded ones, which all
 * ended: then nothing speaks for continuing, and a forecast should rather warn than reassure.
 */
export function conditional(curve: SurvivalCurve, servedDays: number, furtherDays: number): number {
  if (furtherDays <= 0) return 1;
  const sofar = curve.survives(servedDays);
  return sofar === 0 ? 0 : curve.survives(servedDays + furtherDays) / sofar;
}
