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

const network = { oudernetwerk: { type: () => Oudernetwerk, description: 'The network after the change.' } };

@Resolver()
export class OudernetwerkMutations {
  @Mutates(createOudernetwerk, {
    description: 'Creates a network with status FORMING. Allowed for coordinators of the region.',
    answers: network,
    refusals: ['PERSON_DECEASED', 'THEME_RETIRED'],
  })
  oudernetwerkCreate(_input: OudernetwerkCreateInput): void {}

  @Mutates(updateOudernetwerk, {
    description: 'Changes a network. Allowed for coordinators of its region.',
    answers: network,
    refusals: ['PERSON_DECEASED', 'THEME_RETIRED', 'BAD_EMAIL', 'ADDRESS_CHANGED_TOO_OFTEN'],
  })
  oudernetwerkUpdate(_input: OudernetwerkUpdateInput): void {}

  @Mutates(activateOudernetwerk, {
    description:
      'Activates a network for the first time or after a pause. Without a trekker, its supporting ' +
      'organisation or the coordinating organisation becomes its caretaker. Allowed for coordinators of ' +
      'its region.',
    answers: network,
    refusals: ['NETWORK_NOT_FORMING', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  oudernetwerkActivate(_input: OudernetwerkActivateInput): void {}

  @Mutates(pauseOudernetwerk, {
    description: 'Pauses an active network. Allowed for coordinators of its region.',
    answers: network,
    refusals: ['NETWORK_NOT_ACTIVE'],
  })
  oudernetwerkPause(_input: OudernetwerkPauseInput): void {}

  @Mutates(endOudernetwerk, {
    description:
      'Ends a network permanently, and every role in it on the same day. Allowed for coordinators of its ' +
      'region.',
    answers: network,
    refusals: ['ALREADY_ENDED', 'NO_CARETAKER', 'COVER_BROKEN'],
  })
  oudernetwerkEnd(_input: OudernetwerkEndInput): void {}
}
