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
    refusals: ['NETWORK_ENDED', 'PERIOD_TAKEN', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  trekkerschapStart(_input: TrekkerschapStartInput): void {}

  @Mutates(planEndOfTrekkerschap, {
    description:
      'Records when a trekker plans to stop; this may change. Allowed for coordinators and the trekker ' +
      'themselves.',
    answers: changed,
    refusals: ['ALREADY_ENDED'],
  })
  trekkerschapPlanEnd(_input: TrekkerschapPlanEndInput): void {}

  @Mutates(endTrekkerschap, {
    description:
      'Records that a trekker stops. If nobody is left, the network’s supporting organisation or the ' +
      'coordinating organisation becomes its caretaker from the next day. Allowed for coordinators and, ' +
      'from today on, the trekker themselves.',
    answers: { ...changed, ...network },
    refusals: ['ALREADY_ENDED', 'PERIOD_TAKEN', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  trekkerschapEnd(_input: TrekkerschapEndInput): void {}

  @Mutates(handOverTrekkerschap, {
    description:
      'Ends a trekkerschap and starts another on the next day, in one transaction. Allowed for ' +
      'coordinators of its region.',
    answers: {
      ended: { type: () => Trekkerschap, description: 'The old trekkerschap.' },
      started: { type: () => Trekkerschap, description: 'The new trekkerschap, from the next day.' },
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
    description: 'Cancels a trekkerschap that has not started. Allowed for coordinators of its region.',
    answers: network,
    refusals: ['ALREADY_STARTED', 'HANDED_OVER', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  trekkerschapCancel(_input: TrekkerschapCancelInput): void {}

  @Mutates(continueTrekkerschap, {
    description:
      'Withdraws a recorded end that is not in the past, so that the trekker continues. Allowed for ' +
      'coordinators of its region.',
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
