import { Temporal } from 'temporal-polyfill';
import { lastDayOfTerm, type PlainDate } from '../../kernel/clock.js';

/** A calendar day counted from 1 January 1970: hundreds of thousands of dates are drawn by plain arithmetic. */
export type DayNumber = number;

/** Days from `from`, before `to`; `to` null = without end. As a PostgreSQL daterange. */
export interface Stretch {
  readonly from: DayNumber;
  readonly to: DayNumber | null;
}

const FIRST = Temporal.PlainDate.from('1970-01-01');
const texts = new Map<DayNumber, string>();

export function dayNumber(day: PlainDate): DayNumber {
  return FIRST.until(day, { largestUnit: 'days' }).days;
}

export function dayText(day: DayNumber): string {
  let text = texts.get(day);
  if (!text) texts.set(day, (text = FIRST.add({ days: day }).toString()));
  return text;
}

/** The same day that many months later, or the last day of that month. */
export function monthsLater(day: DayNumber, months: number): DayNumber {
  return dayNumber(FIRST.add({ days: day }).add({ months }));
}

/** The last day of a term of so many months. */
export function termEnd(from: DayNumber, months: number): DayNumber {
  return dayNumber(lastDayOfTerm(FIRST.add({ days: from }), months));
}

export function rangeText({ from, to }: Stretch): string {
  return `[${dayText(from)},${to === null ? '' : dayText(to)})`;
}

export function holdsOn(stretch: Stretch, day: DayNumber): boolean {
  return stretch.from <= day && (stretch.to === null || day < stretch.to);
}
