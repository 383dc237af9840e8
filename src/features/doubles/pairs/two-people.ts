import type { Tx } from '../../../db/transaction.js';
import { failure } from '../../../kernel/failure.js';
import { find } from '../../../writes/find.js';
import { PersonEntity } from '../../people/person.entity.js';

/** The two that an input names, which the viewer sees; refused if they are the same one. */
export async function twoPeople(
  tx: Tx,
  personId: string,
  otherId: string,
  fields: readonly [string, string] = ['personId', 'otherId'],
): Promise<[PersonEntity, PersonEntity]> {
  const person = await find(tx, PersonEntity, personId, ['input', fields[0]]);
  const other = await find(tx, PersonEntity, otherId, ['input', fields[1]]);
  if (person.id === other.id) throw failure('SAME_RECORD', ['input', fields[1]]);
  return [person, other];
}
