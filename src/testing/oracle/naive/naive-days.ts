import type { Row } from './naive-rows.js';

export function covers(row: Row, day: string): boolean {
  return row.period.from <= day && (row.period.until === null || day <= row.period.until);
}

/** Who sits there, or said yes to a seat that is to come. */
export function isKnownBySeat({ period, invitationId }: Row, day: string): boolean {
  return (period.until === null || period.until >= day) && (period.from <= day || invitationId !== null);
}

/** It has ended from its last day on. */
export function networkStatus({ phase, endedOn }: Row, day: string): string {
  return endedOn !== null && endedOn <= day ? 'ENDED' : phase;
}

/** The last day of a shorter month if it does not have that day. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month + months - 1, Math.min(date, last))).toISOString().slice(0, 10);
}

export function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

export function seatsOn({ seatBegins, seatEnds }: Row, day: string): number {
  const come = (days: unknown) => ((days ?? []) as string[]).filter((each) => each <= day).length;
  return come(seatBegins) - come(seatEnds);
}

export function isPaused({ paused, contactPaused }: Row, day: string): boolean {
  return [paused, contactPaused].some((period) => period !== null && covers({ period }, day));
}

/** null = not completed by then */
export function stateOn({ completedOn, validUntil }: Row, day: string): string | null {
  if (completedOn > day) return null;
  if (validUntil === null || validUntil >= monthsAfter(day, 3)) return 'VALID';
  return validUntil < day ? 'EXPIRED' : 'RENEWAL_WINDOW';
}
