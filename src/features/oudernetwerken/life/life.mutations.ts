import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { Oudernetwerk } from '../oudernetwerk.type.js';
import { OudernetwerkActivateInput, OudernetwerkPauseInput } from '../oudernetwerk.inputs.js';
import { activateOudernetwerk, pauseOudernetwerk } from './activate-and-pause.js';
import { continueOudernetwerk, endOudernetwerk } from './end-network.js';
import { doEndTask } from './end-tasks.js';
import {
  OudernetwerkActivationAnnulInput,
  OudernetwerkActivationCorrectInput,
  OudernetwerkContinueInput,
  OudernetwerkEndAnnulInput,
  OudernetwerkEndCorrectInput,
  OudernetwerkEndInput,
  OudernetwerkEndTaskDoneInput,
} from './life.inputs.js';
import { OudernetwerkMergeInput, OudernetwerkSplitInput } from './join-and-part.inputs.js';
import { mergeOudernetwerken } from './merge-networks.js';
import { splitOudernetwerk } from './split-network.js';
import { annulActivation, correctActivation } from './undo-activation.js';
import { annulEnd, correctEnd } from './undo-end.js';

const network = { oudernetwerk: { type: () => Oudernetwerk, description: 'The network after the change.' } };
const FOR_COORDINATORS = ' Allowed for coordinators of its region.';

@Resolver()
export class NetworkLifeMutations {
  @Mutates(activateOudernetwerk, {
    description:
      'Activates a network for the first time or after a pause. Without a trekker, its supporting ' +
      `organisation or the coordinating organisation becomes its caretaker.${FOR_COORDINATORS}`,
    answers: network,
    refusals: ['NETWORK_NOT_FORMING', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  oudernetwerkActivate(_input: OudernetwerkActivateInput): void {}

  @Mutates(pauseOudernetwerk, {
    description: `Pauses an active network.${FOR_COORDINATORS}`,
    answers: network,
    refusals: ['NETWORK_NOT_ACTIVE'],
  })
  oudernetwerkPause(_input: OudernetwerkPauseInput): void {}

  @Mutates(endOudernetwerk, {
    description:
      'Ends a network, today, in the past or on a day to come; every role in it ends on that day. Until then it is led ' +
      `as before, and the end may be moved by recording it again.${FOR_COORDINATORS}`,
    answers: network,
    refusals: ['ALREADY_ENDED', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  oudernetwerkEnd(_input: OudernetwerkEndInput): void {}

  @Mutates(continueOudernetwerk, {
    description:
      'Takes a planned end back before its day: what was to end with the network goes on as it was.' +
      FOR_COORDINATORS,
    answers: network,
    refusals: ['ALREADY_ENDED', 'NO_END_RECORDED', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  oudernetwerkContinue(_input: OudernetwerkContinueInput): void {}

  @Mutates(doEndTask, {
    description: `Says that something was done for a network that ends.${FOR_COORDINATORS}`,
    answers: network,
    refusals: ['NO_END_RECORDED'],
  })
  oudernetwerkEndTaskDone(_input: OudernetwerkEndTaskDoneInput): void {}

  @Mutates(mergeOudernetwerken, {
    description:
      'Lets networks go up in another one of the same region: members, trekkers with their tenure, support, activities ' +
      'and searches for successors move along, doubles become one, and the networks end. It is not taken back. Allowed ' +
      'for coordinators of that region.',
    answers: {
      oudernetwerk: { type: () => Oudernetwerk, description: 'The network in which they went up.' },
    },
    refusals: [
      'NETWORK_ENDED',
      'NETWORK_NOT_ACTIVE',
      'REGIONS_DIFFER',
      'NO_CARETAKER',
      'COVER_BROKEN',
      'PERIOD_TAKEN',
    ],
  })
  oudernetwerkMerge(_input: OudernetwerkMergeInput): void {}

  @Mutates(splitOudernetwerk, {
    description:
      'Lets a part of a network go on as a network of its own, with the members and trekkers that are named; both are ' +
      `led from the first day.${FOR_COORDINATORS}`,
    answers: {
      ...network,
      new: { type: () => Oudernetwerk, description: 'The network that parted from it.' },
    },
    refusals: [
      'NETWORK_ENDED',
      'NETWORK_NOT_ACTIVE',
      'NOT_IN_NETWORK',
      'ALREADY_ENDED',
      'NO_CARETAKER',
      'COVER_BROKEN',
    ],
  })
  oudernetwerkSplit(_input: OudernetwerkSplitInput): void {}

  @Mutates(annulEnd, {
    description:
      'Annuls an end that never was, also one that has passed: what it closed is open again as it was, except what ' +
      `somebody has built on since.${FOR_COORDINATORS}`,
    answers: network,
    refusals: ['NO_END_RECORDED', 'BUILT_UPON', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  oudernetwerkEndAnnul(_input: OudernetwerkEndAnnulInput): void {}

  @Mutates(correctEnd, {
    description: `Corrects the day or the reason of an end, also of one that has passed.${FOR_COORDINATORS}`,
    answers: network,
    refusals: ['NO_END_RECORDED', 'BUILT_UPON', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  oudernetwerkEndCorrect(_input: OudernetwerkEndCorrectInput): void {}

  @Mutates(annulActivation, {
    description: `Annuls an activation that never was: the network is forming again.${FOR_COORDINATORS}`,
    answers: network,
    refusals: ['NETWORK_NOT_ACTIVE', 'BUILT_UPON'],
  })
  oudernetwerkActivationAnnul(_input: OudernetwerkActivationAnnulInput): void {}

  @Mutates(correctActivation, {
    description: `Corrects the first active day of a network, also in the past.${FOR_COORDINATORS}`,
    answers: network,
    refusals: ['NETWORK_NOT_ACTIVE', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  oudernetwerkActivationCorrect(_input: OudernetwerkActivationCorrectInput): void {}
}
