import { Temporal } from 'temporal-polyfill';

export type PlainDate = Temporal.PlainDate;
export type Instant = Temporal.Instant;

export const ZONE = 'Europe/Amsterdam';

/** Where the service gets its time from. Injected, so that tests can travel in time. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

/** Milliseconds since any fixed moment, for durations: unlike a clock it is never set. */
export type Elapsed = () => number;

export const systemElapsed: Elapsed = () => performance.now();

/** A clock that stands still at an instant (ISO 8601, UTC). */
export function clockAt(instant: string): Clock {
  const fixed = Temporal.Instant.from(instant);
  return { now: () => fixed };
}

/** A clock that starts at an instant and runs on as fast as the real one. */
export function clockFrom(start: Instant): Clock {
  const ahead = Temporal.Now.instant().until(start);
  return { now: () => Temporal.Now.instant().add(ahead) };
}

/** An instant from ISO 8601 text such as `2027-08-01T08:00:00Z`; throws RangeError on anything else. */
export function instant(iso: string): Instant {
  return Temporal.Instant.from(iso);
}

/** The day of the last call, and the instants (ms) between which it is that day. */
let lastDay: { from: number; until: number; day: PlainDate } | undefined;

/**
 * The calendar day in Europe/Amsterdam at the clock's instant. Time zones are slow to look up: once a day is enough.
 */
export function today(clock: Clock): PlainDate {
  const now = clock.now();
  const ms = now.epochMilliseconds;
  if (lastDay && lastDay.from <= ms && ms < lastDay.until) return lastDay.day;
  const midnight = now.toZonedDateTimeISO(ZONE).startOfDay();
  const day = midnight.toPlainDate();
  lastDay = { from: midnight.epochMilliseconds, until: midnight.add({ days: 1 }).epochMilliseconds, day };
  return day;
}

/** The calendar day in Europe/Amsterdam of an instant (ISO 8601, or as PostgreSQL gives one). */
export function dayOf(at: string | Date): PlainDate {
  return instant(new Date(at).toISOString()).toZonedDateTimeISO(ZONE).toPlainDate();
}

/** The same in SQL, of an expression of our own code. */
export function dayInSql(expression: string): string {
  return `(${expression} at time zone '${ZONE}')::date`;
}

/** The instant at which a day begins in Europe/Amsterdam. */
export function beginOf(on: PlainDate): Instant {
  return on.toZonedDateTime(ZONE).toInstant();
}

/** The instant at which it is that time (`19:30`) in Europe/Amsterdam. */
export function instantAt(on: PlainDate, time: string): Instant {
  return on.toZonedDateTime({ timeZone: ZONE, plainTime: time }).toInstant();
}

/** A calendar day from `YYYY-MM-DD`; throws RangeError on a day that does not exist, such as 30 February. */
export function day(iso: string): PlainDate {
  // there is no year 0, in PostgreSQL either
  const parts = /^(?!0000)(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!parts) throw new RangeError(`not a calendar day: ${iso}`);
  // takes half the time of PlainDate.from(iso): facts contain thousands of days
  return new Temporal.PlainDate(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

export function isBefore(a: PlainDate, b: PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) < 0;
}

export function dayBefore(day: PlainDate): PlainDate {
  return day.subtract({ days: 1 });
}

/**
 * The last day of a term of so many months: 36 from 1 September 2026 end on 31 August 2029. Where the month of the end
 * has no such day, the term is not cut short for that: 12 from 29 February 2028 end on 28 February 2029.
 */
export function lastDayOfTerm(from: PlainDate, months: number): PlainDate {
  return latest(dayBefore(from.add({ months })), dayBefore(from).add({ months }));
}

export function earliest(...days: PlainDate[]): PlainDate {
  return days.reduce((a, b) => (isBefore(b, a) ? b : a));
}

export function latest(...days: PlainDate[]): PlainDate {
  return days.reduce((a, b) => (isBefore(a, b) ? b : a));
}
