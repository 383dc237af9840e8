import { isBefore, type PlainDate } from '../../kernel/clock.js';
import type { Tenure } from './network-facts.js';
import { conditional, type SurvivalCurve } from './survival.js';

/** Tenures of a region count from so many on; fewer say too little, and those of the whole country are taken. */
export const ENOUGH_TENURES = 20;

export type Basis = 'REGION' | 'COUNTRY';
type Leading = Pick<Tenure, 'from' | 'until' | 'plannedOn'>;

interface SurvivalPoint {
  readonly month: PlainDate;
  /** that at least one trekker is there on that day */
  readonly probability: number;
  readonly tenures: number;
  readonly basis: Basis;
}

/**
 * For each of the next months, how likely it is that a network has a trekker on its first day. Who leads today goes
 * on as others did who had served as long; who starts later is there from that day; after the day that somebody is
 * said to stop, they are not. Trekkers are taken to stop independently of each other.
 */
export function forecast(
  trekkerschappen: readonly Leading[],
  { curve, basis }: { readonly curve: SurvivalCurve; readonly basis: Basis },
  today: PlainDate,
  months: number,
): SurvivalPoint[] {
  const stillThere = trekkerschappen
    .filter(({ until }) => !until || !isBefore(until, today))
    .map((each) => chanceOf(each, curve, today));
  return Array.from({ length: months }, (_, index) => {
    const month = today.with({ day: 1 }).add({ months: index + 1 });
    const nobody = stillThere.reduce((chance, isThere) => chance * (1 - isThere(month)), 1);
    return { month, probability: 1 - nobody, tenures: curve.count, basis };
  });
}

/** The chance that a trekker is there on a later day. */
function chanceOf(leading: Leading, curve: SurvivalCurve, today: PlainDate): (day: PlainDate) => number {
  const { from } = leading;
  const last = saidToStop(leading, today);
  const served = isBefore(from, today) ? daysBetween(from, today) : 0;
  return (day) => {
    if (isBefore(day, from) || (last && isBefore(last, day))) return 0;
    return conditional(curve, served, daysBetween(from, day) - served);
  };
}

/** A planned end that went by while they still lead says nothing any more. */
function saidToStop({ until, plannedOn }: Leading, today: PlainDate): PlainDate | null {
  if (until) return until;
  return plannedOn && !isBefore(plannedOn, today) ? plannedOn : null;
}

function daysBetween(from: PlainDate, until: PlainDate): number {
  return from.until(until, { largestUnit: 'day' }).days;
}
