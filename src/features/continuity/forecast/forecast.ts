import { isBefore, type PlainDate } from '../../../kernel/clock.js';
import { endsBefore } from '../../../kernel/period.js';
import { type Led, tenuresOf } from '../assessment/tenures.js';
import { conditional, type SurvivalCurve } from './survival.js';

/** Tenures of a region count from this number on; with fewer, those of the whole country are used. */
export const ENOUGH_TENURES = 20;

export type Basis = 'REGION' | 'COUNTRY';

interface SurvivalPoint {
  readonly month: PlainDate;
  /** that at least one trekker leads on that day */
  readonly probability: number;
  readonly tenures: number;
  readonly basis: Basis;
}

/**
 * For each of the next months, the probability that a network has a trekker on its first day. Current trekkers go on
 * as others did who had served as long; future ones lead from their first day; after a planned or recorded end, they
 * do not lead. Trekkers are assumed to stop independently of each other.
 */
export function forecast(
  trekkerschappen: readonly Led[],
  { curve, basis }: { readonly curve: SurvivalCurve; readonly basis: Basis },
  today: PlainDate,
  months: number,
): SurvivalPoint[] {
  const stillThere = tenuresOf(trekkerschappen)
    .filter((each) => !endsBefore(each, today))
    .map((each) => chanceOf(each, curve, today));
  return monthsAfter(today, months).map(({ month, ahead }) => {
    const nobody = stillThere.reduce((chance, isThere) => chance * (1 - isThere(ahead)), 1);
    return { month, probability: 1 - nobody, tenures: curve.count, basis };
  });
}

/** The probability that a trekker leads that many days from now. */
function chanceOf(leading: Led, curve: SurvivalCurve, today: PlainDate): (ahead: number) => number {
  const sinceStart = daysBetween(leading.from, today);
  const served = Math.max(sinceStart, 0);
  const last = saidToStop(leading, today);
  const untilLast = last ? daysBetween(today, last) : Infinity;
  return (ahead) => {
    const soFar = sinceStart + ahead;
    return soFar < 0 || ahead > untilLast ? 0 : conditional(curve, served, soFar - served);
  };
}

/** A planned end that has passed while they still lead says nothing any more. */
function saidToStop({ until, plannedOn }: Led, today: PlainDate): PlainDate | null {
  if (until) return until;
  return plannedOn && !isBefore(plannedOn, today) ? plannedOn : null;
}

function daysBetween(from: PlainDate, until: PlainDate): number {
  return from.until(until, { largestUnit: 'day' }).days;
}

interface Month {
  readonly month: PlainDate;
  /** days from the reference day */
  readonly ahead: number;
}

/** Those of the last request: every network of a page needs the same, and calendar arithmetic is slow. */
let lastMonths: { readonly today: PlainDate; readonly months: readonly Month[] } | undefined;

function monthsAfter(today: PlainDate, count: number): readonly Month[] {
  if (!lastMonths?.today.equals(today) || lastMonths.months.length !== count) {
    const first = today.with({ day: 1 });
    const months = Array.from({ length: count }, (_, index) => {
      const month = first.add({ months: index + 1 });
      return { month, ahead: daysBetween(today, month) };
    });
    lastMonths = { today, months };
  }
  return lastMonths.months;
}
