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
  return period.until !== null && isBefore(period.until, period.from);
}
