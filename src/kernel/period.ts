import { day, dayBefore, isBefore, type PlainDate } from './clock.js';

/** Calendar days, inclusive at both ends; `until` null = open-ended. Stored as a half-open daterange. */
export interface Period {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

/** The text of a PostgreSQL daterange: `[from,until+1)`. */
export function toDateRange(period: Period): string {
  const upper = period.until ? period.until.add({ days: 1 }).toString() : '';
  return `[${period.from.toString()},${upper})`;
}

/** A period from the text of a PostgreSQL daterange with a lower bound, as PostgreSQL prints it. */
export function fromDateRange(text: string): Period {
  const match = /^\[(\d{4}-\d{2}-\d{2}),(\d{4}-\d{2}-\d{2})?\)$/.exec(text);
  if (!match?.[1]) throw new Error(`not a daterange with a first day: ${text}`);
  return { from: day(match[1]), until: match[2] ? dayBefore(day(match[2])) : null };
}

export function endsBeforeItStarts(period: Period): boolean {
  return endsBefore(period, period.from);
}

/** Whether two periods share a day. */
export function overlap(a: Period, b: Period): boolean {
  return !endsBefore(a, b.from) && !endsBefore(b, a.from);
}

/** Whether it is over by a day: its last one is an earlier one. */
export function endsBefore({ until }: Pick<Period, 'until'>, on: PlainDate): boolean {
  return until !== null && isBefore(until, on);
}

export function isSamePeriod(a: Period, b: Period): boolean {
  return toDateRange(a) === toDateRange(b);
}
