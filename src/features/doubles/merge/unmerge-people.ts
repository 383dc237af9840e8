import { IsNull } from 'typeorm';
import type { Tx } from '../../../db/transaction.js';
import { clockAt, isBefore, today } from '../../../kernel/clock.js';
import { failure } from '../../../kernel/failure.js';
import { about } from '../../../writes/events.js';
import { find, lockSeen, uuidOf } from '../../../writes/find.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { PersonEntity } from '../../people/person.entity.js';
import { undoReason } from '../../undo/record-annulment.js';
import { lockPartsOf } from './lock-both.js';
import type { PersonUnmergeInput } from './merge.inputs.js';
import { PersonMergeEntity } from './person-merge.entity.js';
import { DAYS_TO_UNMERGE } from './person-merge.type.js';

const PATH = ['input', 'id'];

/** By a coordinator of the region that answers for the one record. */
export const unmergePeople: UseCase<PersonUnmergeInput, { person: string; other: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const person = await find(tx, PersonEntity, input.id, PATH);
    allow(manages(tx.viewer, person.regionId));
    const otherId = uuidOf(input.id, 'Person', PATH);
    const merge = await tx.manager.findOneBy(PersonMergeEntity, { otherId, undoneAt: IsNull() });
    if (!merge) throw failure('NOT_MERGED', PATH);
    const reason = undoReason(input);
    await lockPartsOf(tx, [merge.survivorId]);
    const survivor = await lockSeen(tx, PersonEntity, merge.survivorId, PATH);
    if (survivor.id !== merge.survivorId) throw failure('MERGED_SINCE', PATH);
    refuseTooLate(tx, merge);
    await markUndone(tx, merge.id, reason);
    tx.record({
      name: 'person.separated',
      ...about('Person', survivor),
      details: { mergeId: merge.id, otherId },
    });
    return { person: survivor.id, other: otherId };
  },
};

/** Of two who take it back at once, one does. */
async function markUndone(tx: Tx, id: string, reason: string): Promise<void> {
  const [undone] = await tx.query<{ id: string }>(
    `update person_merges set undone_at = $2, undone_because = $3, xact = pg_current_xact_id()
     where id = $1 and undone_at is null returning id`,
    [id, tx.now.toString(), reason],
  );
  if (!undone) throw failure('NOT_MERGED', PATH);
}

function refuseTooLate(tx: Tx, { recordedAt }: PersonMergeEntity): void {
  const until = today(clockAt(new Date(recordedAt).toISOString())).add({ days: DAYS_TO_UNMERGE });
  if (isBefore(until, tx.today)) throw failure('MERGED_TOO_LONG_AGO', PATH, { until });
}
