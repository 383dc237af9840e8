import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { decideAgreement, endAgreement, withdrawAgreement } from './answer-agreement.js';
import {
  RegionAgreementDecideInput,
  RegionAgreementEndInput,
  RegionAgreementWithdrawInput,
} from './region-agreement.inputs.js';
import { RegionAgreement } from './region-agreement.type.js';

const answers = {
  regionAgreement: { type: () => RegionAgreement, description: 'The agreement after the change.' },
};

@Resolver()
export class RegionAgreementMutations {
  @Mutates(decideAgreement, {
    description:
      'Agrees that a body or network of another region works in yours, or declines. If it is agreed, it holds from the ' +
      'day asked for, and from today at the earliest. Allowed for coordinators of the region that decides, ' +
      'except the one who asked.',
    answers,
    refusals: ['ALREADY_DECIDED', 'OWN_QUESTION', 'AGREEMENT_OVER'],
  })
  regionAgreementDecide(_input: RegionAgreementDecideInput): void {}

  @Mutates(withdrawAgreement, {
    description:
      'Withdraws what was asked, before it is decided. Allowed for coordinators of the region that asked.',
    answers,
    refusals: ['ALREADY_DECIDED'],
  })
  regionAgreementWithdraw(_input: RegionAgreementWithdrawInput): void {}

  @Mutates(endAgreement, {
    description:
      'Ends an agreement. From the next day on, parents of the region are no longer found by a body, though ' +
      'those who were invited before can still answer, and a network is no longer seen from the other region. ' +
      'Allowed for coordinators of both regions.',
    answers,
    refusals: ['NOT_AGREED'],
  })
  regionAgreementEnd(_input: RegionAgreementEndInput): void {}
}
