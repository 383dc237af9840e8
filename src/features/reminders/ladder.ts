import { isBefore, type PlainDate } from '../../kernel/clock.js';

/** Months before the day; each is said once for that day. */
export const LADDERS = {
  EXPECTED_END: [12, 6, 3, 1],
  SUPPORT_ENDING: [6, 3, 1],
} as const;

/**
 * The step of a ladder that a day has reached: the latest one, so that after a downtime those in between are skipped.
 * Null before the first, and if the due day is more than a month ago: there is nothing left to announce.
 */
export function stepReached(ladder: readonly number[], due: PlainDate, on: PlainDate): number | null {
  if (isBefore(due.add({ months: 1 }), on)) return null;
  const reached = ladder.filter((months) => !isBefore(on, due.subtract({ months })));
  return reached.length === 0 ? null : Math.min(...reached);
}
