import { asSystem } from '../../db/as-system.js';
import type { Tx } from '../../db/transaction.js';
import type { Checks } from '../../kernel/checks.js';
import { isBefore, type PlainDate } from '../../kernel/clock.js';
import { failure } from '../../kernel/failure.js';
import { find } from '../../writes/find.js';
import { PersonEntity } from './person.entity.js';

/** Nobody who has died takes up anything; what they did before may still be recorded. */
export function refuseDeceased(
  { deceasedOn }: Pick<PersonEntity, 'deceasedOn'>,
  until: PlainDate | null,
  path: readonly string[],
): void {
  if (deceasedOn && !(until && !isBefore(deceasedOn, until))) throw failure('PERSON_DECEASED', path);
}

/** Somebody whom an input names for what is still to be done. */
export async function findLiving(tx: Tx, id: string, path: readonly string[]): Promise<PersonEntity> {
  const person = await find(tx, PersonEntity, id, path);
  refuseDeceased(person, null, path);
  return person;
}

/** As `refuseDeceased`, of whoever a record names: the viewer may not see them. */
export async function refuseIfDeceased(
  tx: Tx,
  personId: string,
  until: PlainDate | null,
  path: readonly string[],
): Promise<void> {
  const died = { select: { id: true, deceasedOn: true }, where: { id: personId } } as const;
  refuseDeceased(await asSystem(tx, () => tx.manager.findOneOrFail(PersonEntity, died)), until, path);
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
