import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { endTrekkerschap, planEndOfTrekkerschap } from './end-trekkerschap.js';
import { handOverTrekkerschap } from './hand-over-trekkerschap.js';
import { Oudernetwerk } from '../oudernetwerk.type.js';
import { startTrekkerschap } from './start-trekkerschap.js';
import { cancelTrekkerschap, continueTrekkerschap } from './take-back-trekkerschap.js';
import {
  TrekkerschapCancelInput,
  TrekkerschapContinueInput,
  TrekkerschapEndInput,
  TrekkerschapHandOverInput,
  TrekkerschapPlanEndInput,
  TrekkerschapStartInput,
} from './trekkerschap.inputs.js';
import { Trekkerschap } from './trekkerschap.type.js';

const changed = { trekkerschap: { type: () => Trekkerschap, description: 'The trekkerschap as it is now.' } };
const network = { oudernetwerk: { type: () => Oudernetwerk, description: 'Its network as it is now.' } };

@Resolver()
export class TrekkerschapMutations {
  @Mutates(startTrekkerschap, {
    description:
      'A person starts to lead a network; a standby caretaker makes room. For coordinators of its region.',
    answers: changed,
    refusals: ['NETWORK_ENDED', 'PERIOD_TAKEN', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  trekkerschapStart(_input: TrekkerschapStartInput): void {}

  @Mutates(planEndOfTrekkerschap, {
    description:
      'Records when a trekker means to stop; it may move. For coordinators and the trekker themselves.',
    answers: changed,
    refusals: ['ALREADY_ENDED'],
  })
  trekkerschapPlanEnd(_input: TrekkerschapPlanEndInput): void {}

  @Mutates(endTrekkerschap, {
    description:
      'Records that a trekker stops. When nobody is left, the network’s supporter or the coordinating organisation ' +
      'takes care of it from the next day. For coordinators, and the trekker themselves from today on.',
    answers: { ...changed, ...network },
    refusals: ['ALREADY_ENDED', 'PERIOD_TAKEN', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  trekkerschapEnd(_input: TrekkerschapEndInput): void {}

  @Mutates(handOverTrekkerschap, {
    description:
      'One trekker stops and another starts on the next day, both or neither. For coordinators of its region.',
    answers: {
      ended: { type: () => Trekkerschap, description: 'The old trekkerschap.' },
      started: { type: () => Trekkerschap, description: 'The new one, from the next day.' },
    },
    refusals: [
      'ALREADY_ENDED',
      'NETWORK_ENDED',
      'PERIOD_TAKEN',
      'SAME_PERSON',
      'HANDED_OVER',
      'NO_CARETAKER',
      'COVER_BROKEN',
    ],
  })
  trekkerschapHandOver(_input: TrekkerschapHandOverInput): void {}

  @Mutates(cancelTrekkerschap, {
    description:
      'Takes away a trekkerschap that has not started: somebody who was to lead never will. For coordinators of its region.',
    answers: network,
    refusals: ['ALREADY_STARTED', 'HANDED_OVER', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  trekkerschapCancel(_input: TrekkerschapCancelInput): void {}

  @Mutates(continueTrekkerschap, {
    description:
      'Takes back an end that was recorded and has not passed: the trekker goes on. For coordinators of its region.',
    answers: { ...changed, ...network },
    refusals: [
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
