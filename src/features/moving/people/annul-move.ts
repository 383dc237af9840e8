import { asSystem } from '../../../db/as-system.js';
import { failure } from '../../../kernel/failure.js';
import { about } from '../../../writes/events.js';
import { find, lockSeen } from '../../../writes/find.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { PersonEntity } from '../../people/person.entity.js';
import { reopenClosedBy } from '../../advisory/invitations/close-invitations.js';
import { recordAnnulment, undoReason } from '../../undo/record-annulment.js';
import { newestMove } from './move-person.js';
import { PersonMoveEntity } from './person-move.entity.js';
import type { PersonMoveAnnulInput } from './person-move.inputs.js';
import { makeTask } from './settle-moves.js';

const PATH = ['input', 'id'];

/** By a coordinator of the region that answers for them now. The other one, if it did since, reads it on its worklist. */
export const annulMove: UseCase<PersonMoveAnnulInput, { person: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const { id, personId } = await find(tx, PersonMoveEntity, input.id, PATH);
    const person = await lockSeen(tx, PersonEntity, personId, PATH);
    allow(manages(tx.viewer, person.regionId));
    const reason = undoReason(input);
    const newest = await newestMove(tx, personId);
    if (!newest) throw failure('NOT_FOUND', PATH);
    if (newest.id !== id) throw failure('BUILT_UPON', PATH, { what: 'other', from: newest.movedOn });
    const { crossedAt, fromRegionId, toRegionId, movedOn, answer, because } = newest;
    recordAnnulment(tx, 'PersonMove', { id, regionId: person.regionId }, reason);
    tx.record({
      name: 'personMove.annulled',
      ...about('PersonMove', { id, regionId: person.regionId }),
      details: { personId, fromRegionId, toRegionId, on: movedOn.toString(), answer, because },
    });
    await asSystem(tx, async () => {
      await tx.query('select annul_move($1)', [id]);
      await reopenClosedBy(tx, id, null);
      await tx.query('select done_with_move($1, $2)', [personId, tx.today.toString()]);
      if (crossedAt) await makeTask(tx, { personId, regionId: fromRegionId }, 'MOVE_TAKEN_BACK');
    });
    return { person: personId };
  },
};
