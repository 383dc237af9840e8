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
  'Fields by which invitations can be sorted.',
  {
    ASKED_ON: 'Day on which it was sent.',
    EXPIRES_ON: 'Last day on which it can be answered.',
  },
);
const SeatInvitationOrder = orderInput('SeatInvitation', SeatInvitationOrderField);

@InputType({ description: 'Conditions on invitations; all of them must hold.' })
class SeatInvitationFilter {
  @Field(() => [InvitationStatus], { nullable: true, description: 'Has one of these statuses today.' })
  status?: (keyof typeof InvitationStatus)[];

  @Field(() => ID, { nullable: true, description: 'For seats of this body.' })
  bodyId?: string;

  @Field(() => ID, { nullable: true, description: 'For seats of bodies of this region and those below it.' })
  regionId?: string;
}

@ArgsType()
export class SeatInvitationPage extends ForwardPage {
  @Field(() => SeatInvitationFilter, { nullable: true, description: 'Restricts the list of invitations.' })
  filter?: SeatInvitationFilter;

  @Field(() => SeatInvitationOrder, {
    nullable: true,
    description: 'Sort order; defaults to the latest invitation first.',
  })
  orderBy?: { field: string; direction: OrderDirection };
}
