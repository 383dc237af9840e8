import { Args, FieldResolver, Query, Resolver } from 'type-graphql';
import { connection, one, readByEngine, Reads } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { Person } from '../../people/person.type.js';
import { AdvisorySeat } from '../seats/advisory-seat.type.js';
import { PersonAccess } from '../access-log/person-access.type.js';
import { knowsWhom } from './invitation-reach.js';
import { SeatInvitationConnection, SeatInvitationPage } from './seat-invitation.lists.js';
import { SeatInvitation } from './seat-invitation.type.js';

@Resolver()
export class SeatInvitationQueries {
  @Reads(connection())
  @Query(() => SeatInvitationConnection, {
    description:
      'The invitations visible to you: for seats that you fill, to parents of your region, and to you.',
  })
  seatInvitations(
    @Args(() => SeatInvitationPage) _page: SeatInvitationPage,
  ): InstanceType<typeof SeatInvitationConnection> {
    return readByEngine();
  }
}

@Resolver(() => AdvisorySeat)
export class AdvisorySeatInvitations {
  @Reads(connection({ where: (seat, invitation) => sql`${invitation}.seat_id = ${seat}.id` }))
  @FieldResolver(() => SeatInvitationConnection, {
    description: 'Invitations for this seat, limited to those visible to you; latest first.',
  })
  invitations(
    @Args(() => SeatInvitationPage) _page: SeatInvitationPage,
  ): InstanceType<typeof SeatInvitationConnection> {
    return readByEngine();
  }
}

@Resolver(() => Person)
export class PersonInvitations {
  // a viewer who knows a person by name and sees an invitation without a name must not find out that they belong
  // together
  @Reads(
    connection({
      where: (person, invitation) => sql`${invitation}.person_id = ${person}.id and ${knowsWhom(invitation)}`,
    }),
  )
  @FieldResolver(() => SeatInvitationConnection, {
    description:
      'Invitations for seats that this person received, latest first. Visible to the person and ' +
      'coordinators of their region; the body’s secretary and coordinators see those the person accepted.',
  })
  seatInvitations(
    @Args(() => SeatInvitationPage) _page: SeatInvitationPage,
  ): InstanceType<typeof SeatInvitationConnection> {
    return readByEngine();
  }
}

@Resolver(() => PersonAccess)
export class PersonAccessInvitation {
  @Reads(one('invitation_id'))
  @FieldResolver(() => SeatInvitation, {
    nullable: true,
    description: 'The invitation that led to it; null if there is none.',
  })
  invitation(): SeatInvitation | null {
    return readByEngine();
  }
}
