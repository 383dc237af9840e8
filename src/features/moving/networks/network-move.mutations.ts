import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { Oudernetwerk } from '../../oudernetwerken/oudernetwerk.type.js';
import { RegionAgreement } from '../../regions/agreements/region-agreement.type.js';
import { askNetworkMove } from './ask-network-move.js';
import { OudernetwerkMoveInput } from './network-move.inputs.js';

@Resolver()
export class NetworkMoveMutations {
  @Mutates(askNetworkMove, {
    description:
      'Asks another region to take over a network. Nothing moves before a coordinator of that region, another one than who ' +
      'asks, agreed (`regionAgreementDecide`); `regionAgreementWithdraw` takes the question back. From the day of the move ' +
      'on the network, its roles, plans and findings are that region’s, and who stands by for it is its coordinating ' +
      'organisation; support and agreements with other regions go on. Allowed for coordinators of its region.',
    answers: {
      oudernetwerk: { type: () => Oudernetwerk, description: 'The network.' },
      regionAgreement: { type: () => RegionAgreement, description: 'What the other region decides on.' },
    },
    refusals: ['NETWORK_ENDED', 'NO_HOME', 'SAME_REGION', 'MOVE_ASKED', 'REGION_ASKED'],
  })
  oudernetwerkMove(_input: OudernetwerkMoveInput): void {}
}
