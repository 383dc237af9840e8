import { dayBefore, isBefore, type PlainDate } from '../../../kernel/clock.js';
import type { Period } from '../../../kernel/period.js';

/** The rules of a body about terms. */
export interface TermRules {
  readonly termMonths: number;
  /** null = no limit */
  readonly maxConsecutiveTerms: number | null;
  /** 0 = terms are counted from 1 again after any day away */
  readonly breakMonths: number;
  /** somebody stays on after their term until they are replaced */
  readonly carryOver: boolean;
  readonly replacementServesRemaining: boolean;
}

/** The last day of a full term: 1 August 2026 and 48 months give 31 July 2030. */
export function termEnd(from: PlainDate, { termMonths }: TermRules): PlainDate {
  return dayBefore(from.add({ months: termMonths }));
}

/** The first day on which terms are counted from 1 again for a person whose last day was `until`. */
export function countedAnewFrom(until: PlainDate, { breakMonths }: TermRules): PlainDate {
  const away = until.add({ days: 1 });
  return breakMonths === 0 ? away.add({ days: 1 }) : away.add({ months: breakMonths });
}

/**
 * The number, among consecutive terms, of one that starts on `from`, after the latest one before it in the same body.
 */
export function termNumber(
  before: { readonly period: Period; readonly termNumber: number } | undefined,
  from: PlainDate,
  rules: TermRules,
): number {
  const until = before?.period.until;
  if (!before || !until || !isBefore(from, countedAnewFrom(until, rules))) return 1;
  return before.termNumber + 1;
}

/** The next holder with their first day, and the day from which the seat no longer exists. */
export interface Ahead {
  readonly next?: { readonly from: PlainDate; readonly personId: string };
  readonly abolishedOn: PlainDate | null;
}

export interface Ending {
  /** null = open: they stay on until they are replaced */
  readonly until: PlainDate | null;
  readonly endReason: string | null;
}

/** How an appointment ends if nobody ends it by hand. `next` starts after its term. */
export function endingOf(
  { personId, latestEnd }: { readonly personId: string; readonly latestEnd: PlainDate },
  { next, abolishedOn }: Ahead,
  { carryOver }: TermRules,
): Ending {
  // of several ends on the same day, the first one is the reason
  const endings: Ending[] = [];
  if (next) endings.push({ until: dayBefore(next.from), endReason: succeeded(personId, latestEnd, next) });
  if (!carryOver) endings.push({ until: latestEnd, endReason: 'TERM_COMPLETED' });
  if (abolishedOn) endings.push({ until: dayBefore(abolishedOn), endReason: 'SEAT_ABOLISHED' });
  const [first, ...others] = endings;
  if (!first) return { until: null, endReason: null };
  return others.reduce((soonest, each) => (isBefore(each.until!, soonest.until!) ? each : soonest), first);
}

/** Why a holder leaves on the day before the next one starts. */
export function succeeded(
  personId: string,
  latestEnd: PlainDate,
  next: { readonly from: PlainDate; readonly personId: string },
): string {
  if (next.personId === personId) return 'REAPPOINTED';
  return isBefore(latestEnd, dayBefore(next.from)) ? 'REPLACED' : 'TERM_COMPLETED';
}
