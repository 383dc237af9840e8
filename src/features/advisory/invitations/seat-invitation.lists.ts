import { ArgsType, Field, ID, InputType } from 'type-graphql';
import {
  connectionType,
  describedEnum,
  ForwardPage,
  type OrderDirection,
  orderInput,
} from '../../../graphql/connections.js';
import { InvitationStatus } from './seat-invitation.enums.js';
import { SeatInvitation } from './seat-invitation.type.js';

export const SeatInvitationConnection = connectionType('SeatInvitation', () => SeatInvitation);

const SeatInvitationOrderField = describedEnum(
  'SeatInvitationOrderField',
  'What questions can be sorted by.',
  {
    ASKED_ON: 'Day on which it was asked.',
    EXPIRES_ON: 'Last day to answer.',
  },
);
const SeatInvitationOrder = orderInput('SeatInvitation', SeatInvitationOrderField);

@InputType({ description: 'Which questions; conditions are combined with and.' })
class SeatInvitationFilter {
  @Field(() => [InvitationStatus], { nullable: true, description: 'With one of these statuses today.' })
  status?: (keyof typeof InvitationStatus)[];

  @Field(() => ID, { nullable: true, description: 'For seats of this body.' })
  bodyId?: string;

  @Field(() => ID, { nullable: true, description: 'For seats of bodies of this region and those below it.' })
  regionId?: string;
}

@ArgsType()
export class SeatInvitationPage extends ForwardPage {
  @Field(() => SeatInvitationFilter, { nullable: true, description: 'Which questions.' })
  filter?: SeatInvitationFilter;

  @Field(() => SeatInvitationOrder, {
    nullable: true,
    description: 'Order; latest asked first when left out.',
  })
  orderBy?: { field: string; direction: OrderDirection };
}
