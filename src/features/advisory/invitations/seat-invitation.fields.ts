import { Args, FieldResolver, Query, Resolver } from 'type-graphql';
import { ForwardPage } from '../../../graphql/connections.js';
import { connection, readByEngine, Reads } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { Person } from '../../people/person.type.js';
import { AdvisorySeat } from '../seats/advisory-seat.type.js';
import { PersonAccessConnection } from '../appointments/person-access.type.js';
import { knowsWhom } from './invitation-reach.js';
import { SeatInvitationConnection, SeatInvitationPage } from './seat-invitation.lists.js';

@Resolver()
export class SeatInvitationQueries {
  @Reads(connection())
  @Query(() => SeatInvitationConnection, {
    description:
      'Questions to parents as far as you may see them: about the seats you fill, to parents of your region, to you.',
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
    description: 'Who was asked for it, as far as you may see them; latest asked first.',
  })
  invitations(
    @Args(() => SeatInvitationPage) _page: SeatInvitationPage,
  ): InstanceType<typeof SeatInvitationConnection> {
    return readByEngine();
  }
}

@Resolver(() => Person)
export class PersonInvitations {
  // who knows a person by name and sees a question without one must not find out here that they belong together
  @Reads(
    connection({
      where: (person, invitation) => sql`${invitation}.person_id = ${person}.id and ${knowsWhom(invitation)}`,
    }),
  )
  @FieldResolver(() => SeatInvitationConnection, {
    description:
      'Seats this person was asked for, latest asked first. For the person and coordinators of their region; of others ' +
      'who fills the seat sees what the person said yes to.',
  })
  seatInvitations(
    @Args(() => SeatInvitationPage) _page: SeatInvitationPage,
  ): InstanceType<typeof SeatInvitationConnection> {
    return readByEngine();
  }

  @Reads(connection({ where: (person, access) => sql`${access}.person_id = ${person}.id` }))
  @FieldResolver(() => PersonAccessConnection, {
    description:
      'Who was told who this person is, and why, latest first. For the person and coordinators of their region; empty ' +
      'for others.',
  })
  accessLog(@Args(() => ForwardPage) _page: ForwardPage): InstanceType<typeof PersonAccessConnection> {
    return readByEngine();
  }
}
