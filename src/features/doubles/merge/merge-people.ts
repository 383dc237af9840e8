import { v7 as uuid } from 'uuid';
import { insert } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { changeAddress } from '../../addresses/change-address.js';
import { refuseDeceased } from '../../people/deceased.js';
import { PersonContactEntity, type PersonEntity } from '../../people/person.entity.js';
import { undoReason } from '../../undo/record-annulment.js';
import { twoPeople } from '../pairs/two-people.js';
import { type Clash, type Decided, decide } from './decide.js';
import { lockBoth } from './lock-both.js';
import type { MergeChoiceInput, PersonMergeInput } from './merge.inputs.js';
import { PersonMergeEntity } from './person-merge.entity.js';

const CHOICES = ['input', 'choices'];

/** By a coordinator of the regions where both live: nobody comes to see more by it than they see of one person. */
export const mergePeople: UseCase<PersonMergeInput, { person: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const named = await twoPeople(tx, input.survivorId, input.otherId, ['survivorId', 'otherId']);
    allow(named.every(({ regionId }) => manages(tx.viewer, regionId)));
    const reason = undoReason(input);
    const [survivor, other] = await lockBoth(tx, named);
    refuseDeceased(survivor, null, ['input', 'survivorId']);
    refuseDeceased(other, null, ['input', 'otherId']);
    const choices = await decided(tx, survivor, other, input.choices);
    const merge = {
      id: uuid(),
      survivorId: survivor.id,
      otherId: other.id,
      regionId: survivor.regionId,
      accountId: tx.viewer.accountId,
      reason,
      choices: Object.fromEntries(choices.map(({ key, counts }) => [key, counts])),
      recordedAt: tx.now.toString(),
    };
    if (choices.some(({ kind, counts }) => kind === 'EMAIL' && counts === 'OTHER')) {
      await takeAddress(tx, survivor, other);
    }
    insert(tx, PersonMergeEntity, merge);
    tx.record({
      name: 'person.merged',
      ...about('Person', survivor),
      details: { mergeId: merge.id, otherId: other.id },
    });
    return { person: survivor.id };
  },
};

async function decided(
  tx: Tx,
  survivor: PersonEntity,
  other: PersonEntity,
  given: readonly MergeChoiceInput[],
): Promise<Decided[]> {
  const clashes = await tx.query<Clash>(
    'select key, kind, choices from merge_clashes($1, $2) order by kind, key',
    [survivor.id, other.id],
  );
  return decide(clashes, given);
}

/** Their address is theirs once its reader confirmed it, as when it is written by hand; who reads the one before is told. */
async function takeAddress(tx: Tx, survivor: PersonEntity, other: PersonEntity): Promise<void> {
  const theirs = await tx.manager.findOneByOrFail(PersonContactEntity, { personId: other.id });
  const owner = { subjectType: 'Person', id: survivor.id, regionId: survivor.regionId } as const;
  await changeAddress(tx, { owner, wanted: theirs.email, byItself: false, path: CHOICES });
}
