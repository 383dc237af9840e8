import { dayBefore, isBefore, type PlainDate } from '../../../kernel/clock.js';
import type { Period } from '../../../kernel/period.js';

/**
 * The days of `required` that `led` does not cover, in order, in the longest possible periods. The leadership
 * invariant is that a standby caretakership covers exactly these.
 */
export function uncovered(required: Period, led: readonly Period[]): Period[] {
  const gaps: Period[] = [];
  let from: PlainDate | null = required.from;
  for (const period of [...led].sort((a, b) => (isBefore(a.from, b.from) ? -1 : 1))) {
    if (from === null || (required.until && isBefore(required.until, from))) break;
    if (isBefore(from, period.from)) {
      const before = dayBefore(period.from);
      const last: PlainDate = required.until && isBefore(required.until, before) ? required.until : before;
      gaps.push({ from, until: last });
    }
    if (period.until === null) from = null;
    else if (!isBefore(period.until, from)) from = period.until.add({ days: 1 });
  }
  if (from !== null && !(required.until && isBefore(required.until, from))) {
    gaps.push({ from, until: required.until });
  }
  return gaps;
}

/** Whether two periods share a day. */
export function overlap(a: Period, b: Period): boolean {
  return !(a.until && isBefore(a.until, b.from)) && !(b.until && isBefore(b.until, a.from));
}
