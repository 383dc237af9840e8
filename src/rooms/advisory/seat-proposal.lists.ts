import { ArgsType, Field, ID, InputType } from 'type-graphql';
import {
  connectionType,
  describedEnum,
  ForwardPage,
  type OrderDirection,
  orderInput,
} from '../../graphql/connections.js';
import { ProposalStatus } from './seat-proposal.enums.js';
import { SeatProposal } from './seat-proposal.type.js';

export const SeatProposalConnection = connectionType('SeatProposal', () => SeatProposal);

const SeatProposalOrderField = describedEnum('SeatProposalOrderField', 'What questions can be sorted by.', {
  ASKED_ON: 'Day on which it was asked.',
  EXPIRES_ON: 'Last day to answer.',
});
const SeatProposalOrder = orderInput('SeatProposal', SeatProposalOrderField);

@InputType({ description: 'Which questions; conditions are combined with and.' })
class SeatProposalFilter {
  @Field(() => [ProposalStatus], { nullable: true, description: 'With one of these statuses today.' })
  status?: (keyof typeof ProposalStatus)[];

  @Field(() => ID, { nullable: true, description: 'For seats of this body.' })
  bodyId?: string;

  @Field(() => ID, { nullable: true, description: 'For seats of bodies of this region and those below it.' })
  regionId?: string;
}

@ArgsType()
export class SeatProposalPage extends ForwardPage {
  @Field(() => SeatProposalFilter, { nullable: true, description: 'Which questions.' })
  filter?: SeatProposalFilter;

  @Field(() => SeatProposalOrder, { nullable: true, description: 'Order; latest asked first when left out.' })
  orderBy?: { field: string; direction: OrderDirection };
}
