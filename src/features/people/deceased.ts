import type { Tx } from '../../db/transaction.js';
import type { Checks } from '../../kernel/checks.js';
import { isBefore, type PlainDate } from '../../kernel/clock.js';
import { failure } from '../../kernel/failure.js';
import type { PersonEntity } from './person.entity.js';

/** Nobody who has died takes up anything; what they did before may still be recorded. */
export function refuseDeceased(
  { deceasedOn }: PersonEntity,
  until: PlainDate | null,
  path: readonly string[],
): void {
  if (deceasedOn && !(until && !isBefore(deceasedOn, until))) throw failure('PERSON_DECEASED', path);
}

/** A death has happened: nobody dies on a day to come. */
export function checkDeath(
  checks: Checks,
  tx: Tx,
  reason: string,
  on: PlainDate,
  first: PlainDate,
  path: readonly string[] = ['input', 'on'],
): void {
  if (reason === 'DECEASED' && isBefore(tx.today, on)) {
    checks.dayUntilToday(on, path, first, tx.today);
  }
}
