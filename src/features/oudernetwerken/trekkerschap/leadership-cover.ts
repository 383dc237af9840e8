import { dayBefore, earliest, isBefore, type PlainDate } from '../../../kernel/clock.js';
import { endsBefore, type Period } from '../../../kernel/period.js';

/**
 * The days of `required` that `led` does not cover, in order, in the longest possible periods. The leadership
 * invariant is that a standby caretakership covers exactly these.
 */
export function uncovered(required: Period, led: readonly Period[]): Period[] {
  const gaps: Period[] = [];
  let from: PlainDate | null = required.from;
  for (const period of [...led].sort((a, b) => (isBefore(a.from, b.from) ? -1 : 1))) {
    if (from === null || endsBefore(required, from)) break;
    if (isBefore(from, period.from)) {
      const before = dayBefore(period.from);
      gaps.push({ from, until: earliest(before, required.until ?? before) });
    }
    if (period.until === null) from = null;
    else if (!isBefore(period.until, from)) from = period.until.add({ days: 1 });
  }
  if (from !== null && !endsBefore(required, from)) {
    gaps.push({ from, until: required.until });
  }
  return gaps;
}
