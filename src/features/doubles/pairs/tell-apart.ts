import { insert, remove } from '../../../db/rows.js';
import { about } from '../../../writes/events.js';
import { NothingChanged } from '../../../writes/patch.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import type { PersonTellApartInput } from './tell-apart.inputs.js';
import { ToldApartEntity } from './told-apart.entity.js';
import { twoPeople } from './two-people.js';

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
