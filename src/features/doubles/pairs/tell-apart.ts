import { insert, remove } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { failure } from '../../../kernel/failure.js';
import { about } from '../../../writes/events.js';
import { find } from '../../../writes/find.js';
import { NothingChanged } from '../../../writes/patch.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { PersonEntity } from '../../people/person.entity.js';
import type { PersonTellApartInput } from './tell-apart.inputs.js';
import { ToldApartEntity } from './told-apart.entity.js';

/** By a coordinator who sees both and in whose region one of them lives. */
export const tellApart: UseCase<PersonTellApartInput, { person: string; other: string }> = {
  policy: coordinators,
  async run(tx, { personId, otherId, apart }) {
    const [person, other] = await twoPeople(tx, personId, otherId);
    const kept = [person, other].find(({ regionId }) => manages(tx.viewer, regionId));
    allow(kept !== undefined);
    const refs = { person: person.id, other: other.id };
    const [one, two] = [person.id, other.id].sort() as [string, string];
    const of = { oneId: one, otherId: two };
    if ((await tx.manager.existsBy(ToldApartEntity, of)) === apart) throw new NothingChanged(refs);
    if (apart) {
      const { accountId } = tx.viewer;
      insert(tx, ToldApartEntity, {
        ...of,
        regionId: kept!.regionId,
        accountId,
        saidAt: tx.now.toString(),
      });
    } else remove(tx, ToldApartEntity, of);
    tx.record({
      name: apart ? 'duplicate.dismissed' : 'duplicate.reopened',
      ...about('Person', kept!),
      details: { otherId: kept === person ? other.id : person.id },
    });
    return refs;
  },
};

/** The two that an input names, which the viewer sees; refused if they are the same one. */
async function twoPeople(
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
