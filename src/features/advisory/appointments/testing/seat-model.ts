import { day } from '../../../../kernel/clock.js';

/** An appointment as it is in the database; a day is a number, its distance from the first of 2000. */
export interface Held {
  readonly id: string;
  readonly seat: string;
  readonly person: string;
  readonly from: number;
  /** infinite while it is open-ended */
  readonly until: number;
  readonly latestEnd: number;
  readonly reason: string | null;
  /** whose unfinished term it serves */
  readonly replaces: string | null;
}

/** Somebody who is away from the body for a time, on the days that were said; infinite while it has not ended. */
export interface Away {
  readonly id: string;
  readonly person: string;
  readonly from: number;
  readonly until: number;
  /** who acts for them */
  readonly alternate: string | null;
}

export interface NaiveRules {
  readonly termMonths: number;
  readonly maxConsecutiveTerms: number | null;
  readonly breakMonths: number;
  readonly carryOver: boolean;
  readonly replacementServesRemaining: boolean;
  readonly alternates: boolean;
}

export interface NaiveSeat {
  readonly id: string;
  readonly opened: number;
  /** infinite if it is not abolished */
  readonly abolished: number;
}

const ORIGIN = day('2000-01-01');

export function dayNumber(text: string): number {
  return ORIGIN.until(day(text)).days;
}

export function dayText(number: number): string {
  return ORIGIN.add({ days: number }).toString();
}

/** A day that many months later. */
const months = (number: number, count: number) =>
  dayNumber(day(dayText(number)).add({ months: count }).toString());

/** The last of so many months from a day on, counted from that day or from the one before it: whichever is later. */
export const lastOfMonths = (from: number, count: number) =>
  Math.max(months(from, count) - 1, months(from - 1, count));

/** Day by day: the holder of the seat. */
export function holderOn(held: readonly Held[], seat: string, on: number): Held | undefined {
  return held.find((each) => each.seat === seat && each.from <= on && on <= each.until);
}

export function naiveStatus(
  held: readonly Held[],
  seat: NaiveSeat,
  endsSoonMonths: number,
  on: number,
): string {
  if (on < seat.opened) return 'FUTURE';
  if (on >= seat.abolished) return 'ABOLISHED';
  const holder = holderOn(held, seat.id, on);
  if (!holder) return 'VACANT';
  if (on > holder.latestEnd) return 'CARRY_OVER';
  const last = Math.min(holder.until, holder.latestEnd);
  const next = holderOn(held, seat.id, last + 1);
  const isSoon = months(last, -endsSoonMonths) <= on;
  return isSoon && (!next || next === holder) ? 'ENDS_SOON' : 'FILLED';
}

/** Back from a day on which it is vacant to the first day of that vacancy. */
export function naiveVacantSince(held: readonly Held[], seat: NaiveSeat, on: number): string | null {
  if (on < seat.opened || on >= seat.abolished || holderOn(held, seat.id, on)) return null;
  let since = on;
  while (since > seat.opened && !holderOn(held, seat.id, since - 1)) since--;
  return dayText(since);
}

/** The number of each term, counted from the first one that the person ever had in the body. */
export function naiveNumbers(held: readonly Held[], { breakMonths }: NaiveRules): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const each of [...held].sort((a, b) => a.from - b.from)) {
    const before = held
      .filter(({ person, from }) => person === each.person && from < each.from)
      .sort((a, b) => b.from - a.from)[0];
    const together =
      before &&
      (before.until + 1 === each.from ||
        (breakMonths > 0 && each.from <= lastOfMonths(before.until + 1, breakMonths)));
    numbers.set(each.id, together ? numbers.get(before.id)! + 1 : 1);
  }
  return numbers;
}
