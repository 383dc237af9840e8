import { latest, type PlainDate } from '../../../kernel/clock.js';

/**
 * Since when a seat that nobody holds is vacant, of the last days of those who held it: what `seat_vacant_since` says
 * of the rows, said of what is looked ahead at.
 */
export function vacantSince(openedOn: PlainDate, lastDays: readonly PlainDate[]): PlainDate {
  return latest(openedOn, ...lastDays.map((day) => day.add({ days: 1 })));
}
