import { update } from '../../../db/rows.js';
import { failure } from '../../../kernel/failure.js';
import { about } from '../../../writes/events.js';
import { findExpected, lockSeen } from '../../../writes/find.js';
import { unlessSo } from '../../../writes/patch.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinatorsAndParents, keepsRecordOf } from '../../access/policies.js';
import { PersonEntity } from '../../people/person.entity.js';
import { answerOf } from './move-person.js';
import { isOpen, PersonMoveEntity } from './person-move.entity.js';
import type { PersonMoveAnswerInput } from './person-move.inputs.js';
import { followMove } from './settle-moves.js';

const PATH = ['input', 'id'];

/** They themselves, or a coordinator of the region where they lived, to whom they said it. */
export const answerMove: UseCase<PersonMoveAnswerInput, { person: string; move: string }> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const { personId } = await findExpected(tx, PersonMoveEntity, input);
    const person = await lockSeen(tx, PersonEntity, personId, PATH);
    // as whoever was first left it
    const move = await findExpected(tx, PersonMoveEntity, input);
    allow(keepsRecordOf(tx.viewer, person));
    if (!isOpen(move)) throw failure('MOVE_OVER', PATH);
    const answer = answerOf(input.mayIntroduce)!;
    unlessSo(move, { answer }, { person: personId, move: move.id });
    const { id, version, fromRegionId } = move;
    update(tx, PersonMoveEntity, { id }, { version: version + 1, answer, answeredOn: tx.today });
    tx.record({
      name: 'personMove.answered',
      ...about('PersonMove', { id, regionId: fromRegionId }),
      details: { answer },
    });
    await followMove(tx, { id, personId, fromRegionId, answer });
    return { person: personId, move: id };
  },
};
