import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { Person } from '../../people/person.type.js';
import { annulMove } from './annul-move.js';
import { answerMove } from './answer-move.js';
import { movePerson } from './move-person.js';
import { PersonMoveAnnulInput, PersonMoveAnswerInput, PersonMoveInput } from './person-move.inputs.js';
import { PersonMove } from './person-move.type.js';

const person = {
  type: () => Person,
  description: 'The person after the change; null if they are hidden from you by now.',
};
const move = {
  type: () => PersonMove,
  description: 'The move; null if their new region answers for them by now, and you do not keep its records.',
};
const answers = { person, move };

@Resolver()
export class PersonMoveMutations {
  @Mutates(movePerson, {
    description:
      'Records that somebody moves to another region. Their roles stay where they are. Consent to be found ends on the day ' +
      'before. The new region answers for them, and sees them, once they say that they may be introduced, or have a role ' +
      'there; until then the old one does, and has them asked. Allowed for coordinators of the region that answers for ' +
      'them, and for themselves.',
    answers,
    refusals: ['PERSON_DECEASED', 'NO_HOME', 'SAME_HOME', 'OTHER_REGION'],
  })
  personMove(_input: PersonMoveInput): void {}

  @Mutates(answerMove, {
    description:
      'Records whether somebody who moves may be introduced to the new region. With a yes it answers for them from the day ' +
      'of the move on. Allowed for coordinators of the region where they lived, and for themselves.',
    answers,
    refusals: ['MOVE_OVER'],
  })
  personMoveAnswer(_input: PersonMoveAnswerInput): void {}

  @Mutates(annulMove, {
    description:
      'Says that a move never was. Their home region and their consent to be found are what they were. Allowed for ' +
      'coordinators of the region that answers for them.',
    answers: { person },
    refusals: ['BUILT_UPON'],
  })
  personMoveAnnul(_input: PersonMoveAnnulInput): void {}
}
