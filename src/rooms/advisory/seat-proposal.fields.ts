import { Args, FieldResolver, Query, Resolver } from 'type-graphql';
import { ForwardPage } from '../../graphql/connections.js';
import { connection, planned, Reads } from '../../reads/mapping.js';
import { sql } from '../../reads/sql.js';
import { Person } from '../people/person.type.js';
import { AdvisorySeat } from './advisory-seat.type.js';
import { PersonAccessConnection } from './person-access.type.js';
import { knowsWhom } from './proposal-reach.js';
import { SeatProposalConnection, SeatProposalPage } from './seat-proposal.lists.js';

@Resolver()
export class SeatProposalQueries {
  @Reads(connection())
  @Query(() => SeatProposalConnection, {
    description:
      'Questions to parents as far as you may see them: about the seats you fill, to parents of your region, to you.',
  })
  seatProposals(
    @Args(() => SeatProposalPage) _page: SeatProposalPage,
  ): InstanceType<typeof SeatProposalConnection> {
    return planned();
  }
}

@Resolver(() => AdvisorySeat)
export class AdvisorySeatProposals {
  @Reads(connection({ where: (seat, proposal) => sql`${proposal}.seat_id = ${seat}.id` }))
  @FieldResolver(() => SeatProposalConnection, {
    description: 'Who was asked for it, as far as you may see them; latest asked first.',
  })
  proposals(
    @Args(() => SeatProposalPage) _page: SeatProposalPage,
  ): InstanceType<typeof SeatProposalConnection> {
    return planned();
  }
}

@Resolver(() => Person)
export class PersonProposals {
  // who knows a person by name and sees a question without one must not find out here that they belong together
  @Reads(
    connection({
      where: (person, proposal) => sql`${proposal}.person_id = ${person}.id and ${knowsWhom(proposal)}`,
    }),
  )
  @FieldResolver(() => SeatProposalConnection, {
    description:
      'Seats this person was asked for, latest asked first. For the person and coordinators of their region; of others ' +
      'who fills the seat sees what the person said yes to.',
  })
  seatProposals(
    @Args(() => SeatProposalPage) _page: SeatProposalPage,
  ): InstanceType<typeof SeatProposalConnection> {
    return planned();
  }

  @Reads(connection({ where: (person, access) => sql`${access}.person_id = ${person}.id` }))
  @FieldResolver(() => PersonAccessConnection, {
    description:
      'Who was told who this person is, and why, latest first. For the person and coordinators of their region; empty ' +
      'for others.',
  })
  accessLog(@Args(() => ForwardPage) _page: ForwardPage): InstanceType<typeof PersonAccessConnection> {
    return planned();
  }
}
