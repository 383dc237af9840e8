/** The years for which a rooster van aftreden can be requested, and how many at once. */
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;
export const MOST_YEARS = 20;

/** The last year that can be requested together with a first one. */
export function lastYearFrom(fromYear: number): number {
  return Math.min(fromYear + MOST_YEARS - 1, LAST_YEAR);
}
