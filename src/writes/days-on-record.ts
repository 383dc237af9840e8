import type { Tx } from '../db/transaction.js';
import { day, type PlainDate } from '../kernel/clock.js';
import { failure } from '../kernel/failure.js';
import { endsBefore, type Period } from '../kernel/period.js';

/** What networks and seats do is on record from this day on: an earlier one is a slip of the pen. */
export const FIRST_DAY = day('1990-01-01');

/** And so is one after this. */
export function furthestDay({ today }: Pick<Tx, 'today'>): PlainDate {
  return today.add({ years: 10 });
}

/** An end in the past is history, to be corrected; one in the future may move. */
export function refuseOver(
  { today }: Pick<Tx, 'today'>,
  period: Pick<Period, 'until'>,
  path: readonly string[] = ['input', 'id'],
): void {
  if (endsBefore(period, today)) throw failure('ALREADY_ENDED', path, { on: period.until });
}
