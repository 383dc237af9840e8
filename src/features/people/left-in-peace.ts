import { dayBefore, type PlainDate } from '../../kernel/clock.js';

/** A person who declined is left in peace for this long; for seats, `invitation_rests_since` decides. */
export const REST = { months: 6 };

/** The last day on which a person who declined is left in peace. */
export function restsUntil(saidNoOn: PlainDate): PlainDate {
  return dayBefore(saidNoOn.add(REST));
}
