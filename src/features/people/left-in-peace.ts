import type { PlainDate } from '../../kernel/clock.js';

/** Whoever says no is left in peace for this long; of seats it is `invitation_rests_since` that decides. */
export const REST = { months: 6 };

/** The last day on which somebody who said no is left in peace. */
export function restsUntil(saidNoOn: PlainDate): PlainDate {
  return saidNoOn.add(REST).subtract({ days: 1 });
}
