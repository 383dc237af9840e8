import { dayBefore, isBefore, lastDayOfTerm, type PlainDate } from '../../../kernel/clock.js';
import type { Period } from '../../../kernel/period.js';
import type { Departure } from '../../../writes/departing.js';

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

/**
 * The last day of a full term that starts on `from`. Term after term it is counted from the first day of the first one,
 * so that it never drifts: terms of six months from 31 August 2026 end on 28 February 2027, 30 August 2027 and 29
 * February 2028. `before`: the earlier appointments of the person in the body.
 */
export function termEnd(from: PlainDate, before: readonly HeldTerm[], rules: TermRules): PlainDate {
  const { first, terms } = seriesUpTo(from, before, rules);
  return lastDayOfTerm(first, terms * rules.termMonths);
}

interface HeldTerm {
  readonly period: Period;
  readonly latestEnd: PlainDate;
}

function isServed({ period: { until }, latestEnd }: HeldTerm): boolean {
  return until === null || !isBefore(until, latestEnd);
}

/** Where full terms that follow on each other began, and how many they are with the one that starts on `from`. */
function seriesUpTo(
  from: PlainDate,
  before: readonly HeldTerm[],
  rules: TermRules,
): { first: PlainDate; terms: number } {
  const last = before.find((term) => term.latestEnd.equals(dayBefore(from)) && isServed(term));
  if (!last) return { first: from, terms: 1 };
  const series = seriesUpTo(last.period.from, before, rules);
  const wasFull = last.latestEnd.equals(lastDayOfTerm(series.first, series.terms * rules.termMonths));
  return wasFull ? { first: series.first, terms: series.terms + 1 } : { first: from, terms: 1 };
}

/** The first day on which terms are counted from 1 again for a person whose last day was `until`. */
export function countedAnewFrom(until: PlainDate, { breakMonths }: TermRules): PlainDate {
  const away = until.add({ days: 1 });
  const lastAway = breakMonths === 0 ? away : lastDayOfTerm(away, breakMonths);
  return lastAway.add({ days: 1 });
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

/** Whoever departs on the last day of a term is not asked for another one, however the body ends its terms. */
export function endsWith(lastDay: PlainDate, { until, endReason }: Ending): boolean {
  if (until?.equals(lastDay)) return endReason === 'TERM_COMPLETED';
  return until === null || isBefore(lastDay, until);
}

/** Why somebody who departs leaves a seat. */
export function reasonOf(kind: Departure['kind']): string {
  return kind === 'DECEASED' ? 'DECEASED' : 'PERSONAL';
}
