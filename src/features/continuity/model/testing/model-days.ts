import { day as calendarDay } from '../../../../kernel/clock.js';
import { dayOf } from '../../../../testing/stored-is-fresh.js';
import { NOW } from '../../../../testing/test-service.js';

/** A number of days from the day on which the tests play; OPEN = without end. */
export type Day = number;
export const OPEN = Infinity;

export interface Span {
  from: Day;
  until: Day;
}

const A_DAY = 86_400_000;
const FIRST = Date.parse(dayOf(NOW));

/** As `YYYY-MM-DD`. */
export function write(day: Day): string {
  return new Date(FIRST + day * A_DAY).toISOString().slice(0, 10);
}

export function writeOrNull(day: Day | null): string | null {
  return day === null || day === OPEN ? null : write(day);
}

export function read(date: string): Day {
  return Math.round((Date.parse(date) - FIRST) / A_DAY);
}

/** The same day of another month, or the last one of it; calendar arithmetic is not repeated here. */
export function monthsLater(day: Day, months: number): Day {
  return read(calendarDay(write(day)).add({ months }).toString());
}

/** The next such day of a year, `MM-DD`, in the first year that has it. */
export function next(day: Day, monthAndDay: string): Day {
  for (let year = Number(write(day).slice(0, 4)); ; year++) {
    const found = read(`${year}-${monthAndDay}`);
    // 29 February of another year is read as 1 March
    if (found > day && write(found).endsWith(monthAndDay)) return found;
  }
}

export function covers(span: Span, day: Day): boolean {
  return span.from <= day && day <= span.until;
}

export function clash(a: Span, b: Span): boolean {
  return a.from <= b.until && b.from <= a.until;
}

/** They clash, or one begins on the day after the other. */
export function touch(a: Span, b: Span): boolean {
  return clash({ from: a.from, until: a.until + 1 }, { from: b.from, until: b.until + 1 });
}
