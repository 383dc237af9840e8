import { Resolver } from 'type-graphql';
import { Mutates } from '../../writes/mutate.js';
import { createOudernetwerk, updateOudernetwerk } from './save-oudernetwerk.js';
import { activateOudernetwerk, endOudernetwerk, pauseOudernetwerk } from './oudernetwerk-life.js';
import {
  OudernetwerkActivateInput,
  OudernetwerkCreateInput,
  OudernetwerkEndInput,
  OudernetwerkPauseInput,
  OudernetwerkUpdateInput,
} from './oudernetwerk.inputs.js';
import { Oudernetwerk } from './oudernetwerk.type.js';

const network = { oudernetwerk: { type: () => Oudernetwerk, description: 'The network as it is now.' } };

@Resolver()
export class OudernetwerkMutations {
  @Mutates(createOudernetwerk, {
    description: 'Makes a network, FORMING. For coordinators of the region.',
    answers: network,
    refusals: ['THEME_RETIRED'],
  })
  oudernetwerkCreate(_input: OudernetwerkCreateInput): void {}

  @Mutates(updateOudernetwerk, {
    description: 'Changes a network. For coordinators of its region.',
    answers: network,
    refusals: ['THEME_RETIRED'],
  })
  oudernetwerkUpdate(_input: OudernetwerkUpdateInput): void {}

  @Mutates(activateOudernetwerk, {
    description:
      'Starts a network, or starts it again. Without a trekker, its supporter or the coordinating organisation ' +
      'takes care of it. For coordinators of its region.',
    answers: network,
    refusals: ['NETWORK_NOT_FORMING', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  oudernetwerkActivate(_input: OudernetwerkActivateInput): void {}

  @Mutates(pauseOudernetwerk, {
    description: 'Pauses an active network. For coordinators of its region.',
    answers: network,
    refusals: ['NETWORK_NOT_ACTIVE'],
  })
  oudernetwerkPause(_input: OudernetwerkPauseInput): void {}

  @Mutates(endOudernetwerk, {
    description:
      'Ends a network for good, and every role in it on the same day. For coordinators of its region.',
    answers: network,
    refusals: ['ALREADY_ENDED', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  oudernetwerkEnd(_input: OudernetwerkEndInput): void {}
}
