import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { changeRoleOfTrekkerschap } from './change-role.js';
import { endTrekkerschap, planEndOfTrekkerschap } from './end-trekkerschap.js';
import { handOverTrekkerschap } from './hand-over-trekkerschap.js';
import { Oudernetwerk } from '../oudernetwerk.type.js';
import { startTrekkerschap } from './start-trekkerschap.js';
import { continueTrekkerschap } from './continue-trekkerschap.js';
import {
  TrekkerschapChangeRoleInput,
  TrekkerschapContinueInput,
  TrekkerschapEndInput,
  TrekkerschapHandOverInput,
  TrekkerschapPlanEndInput,
  TrekkerschapStartInput,
} from './trekkerschap.inputs.js';
import { Trekkerschap } from './trekkerschap.type.js';
import { annulTrekkerschap, correctTrekkerschap } from './undo-trekkerschap.js';
import { TrekkerschapAnnulInput, TrekkerschapCorrectInput } from './undo-trekkerschap.inputs.js';

const changed = {
  trekkerschap: { type: () => Trekkerschap, description: 'The trekkerschap after the change.' },
};
const network = { oudernetwerk: { type: () => Oudernetwerk, description: 'The network after the change.' } };

@Resolver()
export class TrekkerschapMutations {
  @Mutates(startTrekkerschap, {
    description:
      'Starts a trekkerschap; it replaces a standby caretaker. Allowed for coordinators of the network’s ' +
      'region.',
    answers: changed,
    refusals: [
      'PERSON_DECEASED',
      'NETWORK_ENDED',
      'NOT_LED_BY_PARENT',
      'PLANNED_IN_PAST',
      'PERIOD_TAKEN',
      'NO_CARETAKER',
      'COVER_BROKEN',
    ],
  })
  trekkerschapStart(_input: TrekkerschapStartInput): void {}

  @Mutates(planEndOfTrekkerschap, {
    description:
      'Records when a trekker plans to stop; this may change. Allowed for coordinators and the trekker ' +
      'themselves.',
    answers: changed,
    refusals: ['PLANNED_IN_PAST', 'ALREADY_ENDED', 'GOES_ON'],
  })
  trekkerschapPlanEnd(_input: TrekkerschapPlanEndInput): void {}

  @Mutates(endTrekkerschap, {
    description:
      'Records that a trekker stops. If nobody is left, the network’s supporting organisation or the ' +
      'coordinating organisation becomes its caretaker from the next day. Allowed for coordinators and, ' +
      'from today on, the trekker themselves.',
    answers: { ...changed, ...network },
    refusals: ['PERSON_DECEASED', 'ALREADY_ENDED', 'GOES_ON', 'PERIOD_TAKEN', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  trekkerschapEnd(_input: TrekkerschapEndInput): void {}

  @Mutates(handOverTrekkerschap, {
    description:
      'Ends a trekkerschap and starts another on the next day, in one transaction. A co-trekker who takes ' +
      'over goes on in another role. Allowed for coordinators of its region.',
    answers: {
      ended: { type: () => Trekkerschap, description: 'The old trekkerschap.' },
      started: { type: () => Trekkerschap, description: 'The new trekkerschap, from the next day.' },
    },
    refusals: [
      'PERSON_DECEASED',
      'ALREADY_ENDED',
      'GOES_ON',
      'NETWORK_ENDED',
      'NOT_LED_BY_PARENT',
      'PERIOD_TAKEN',
      'SAME_PERSON',
      'HANDED_OVER',
      'NO_CARETAKER',
      'COVER_BROKEN',
    ],
  })
  trekkerschapHandOver(_input: TrekkerschapHandOverInput): void {}

  @Mutates(changeRoleOfTrekkerschap, {
    description:
      'Lets a trekker go on in another role: the trekkerschap ends and the next one starts, in one ' +
      'transaction. It is one tenure, and nobody leaves: what was planned and recorded of the end, and an ' +
      'open succession plan with its candidates, go along. Allowed for coordinators of its region.',
    answers: {
      ended: { type: () => Trekkerschap, description: 'The trekkerschap in the old role.' },
      started: { type: () => Trekkerschap, description: 'The trekkerschap in the new role.' },
    },
    refusals: ['ALREADY_ENDED', 'SAME_ROLE', 'PERIOD_TAKEN', 'COVER_BROKEN'],
  })
  trekkerschapChangeRole(_input: TrekkerschapChangeRoleInput): void {}

  @Mutates(annulTrekkerschap, {
    description:
      'Annuls a trekkerschap that never was, also one that has passed. What followed from it goes as well; a ' +
      'search for a successor that people worked on stops. A trekker who went on in another role goes on in the ' +
      'one before. BUILT_UPON names whoever took over from it. Allowed ' +
      'for coordinators of its region.',
    answers: network,
    refusals: ['BUILT_UPON', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  trekkerschapAnnul(_input: TrekkerschapAnnulInput): void {}

  @Mutates(correctTrekkerschap, {
    description:
      'Corrects a trekkerschap that was recorded incorrectly, also one that has passed: it is annulled and ' +
      'recorded anew, under the rules of a new one. The old id leads to the new one. BUILT_UPON: somebody took ' +
      'over from it on its last day. Allowed for coordinators of its region.',
    answers: {
      trekkerschap: { type: () => Trekkerschap, description: 'The trekkerschap that replaces it.' },
      ...network,
    },
    refusals: [
      'PERSON_DECEASED',
      'NOT_LED_BY_PARENT',
      'BUILT_UPON',
      'NETWORK_ENDED',
      'PERIOD_TAKEN',
      'PLANNED_BEFORE',
      'SAME_PERSON',
      'GOES_ON',
      'NO_CARETAKER',
      'COVER_BROKEN',
    ],
  })
  trekkerschapCorrect(_input: TrekkerschapCorrectInput): void {}

  @Mutates(continueTrekkerschap, {
    description:
      'Withdraws a recorded end that is not in the past, so that the trekker continues. Allowed for ' +
      'coordinators of its region.',
    answers: { ...changed, ...network },
    refusals: [
      'PERSON_DECEASED',
      'ALREADY_ENDED',
      'NO_END_RECORDED',
      'NETWORK_ENDED',
      'PERIOD_TAKEN',
      'NO_CARETAKER',
      'COVER_BROKEN',
    ],
  })
  trekkerschapContinue(_input: TrekkerschapContinueInput): void {}
}
