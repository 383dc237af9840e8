import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { RegionAgreement } from '../../regions/agreements/region-agreement.type.js';
import { RegionAgreementAskInput } from './agreement.inputs.js';
import { askAgreement } from './ask-agreement.js';

@Resolver()
export class AgreementMutations {
  @Mutates(askAgreement, {
    description:
      'Asks another region to agree that a body or a network works there as well. Nothing changes until it ' +
      'agrees. Allowed for coordinators of the body’s or network’s own region.',
    answers: {
      regionAgreement: { type: () => RegionAgreement, description: 'What was asked.' },
    },
    refusals: [
      'BODY_ENDED',
      'NETWORK_ENDED',
      'WHOLE_COUNTRY',
      'OWN_REGION',
      'ALREADY_AGREED',
      'REGION_ASKED',
    ],
  })
  regionAgreementAsk(_input: RegionAgreementAskInput): void {}
}
