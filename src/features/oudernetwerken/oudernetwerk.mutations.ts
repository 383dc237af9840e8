import { Resolver } from 'type-graphql';
import { Mutates } from '../../writes/mutate.js';
import { createOudernetwerk, updateOudernetwerk } from './save-oudernetwerk.js';
import { OudernetwerkCreateInput, OudernetwerkUpdateInput } from './oudernetwerk.inputs.js';
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
}
