import { Arg, Args, ID, Query, Resolver } from 'type-graphql';
import { byId, connection, readByEngine, Reads } from '../../reads/mapping.js';
import { AdvisoryBody } from './bodies/advisory-body.type.js';
import { AdvisorySeat } from './seats/advisory-seat.type.js';
import { seatsWhere } from './advisory.fields.js';
import {
  AdvisoryBodyConnection,
  AdvisoryBodyPage,
  AdvisorySeatConnection,
  AdvisorySeatPage,
} from './advisory.lists.js';

@Resolver()
export class AdvisoryQueries {
  @Reads(byId('AdvisoryBody'))
  @Query(() => AdvisoryBody, {
    nullable: true,
    description: 'A body; null if it does not exist or is not visible to you.',
  })
  advisoryBody(@Arg('id', () => ID, { description: 'Id of the body.' }) _id: string): AdvisoryBody | null {
    return readByEngine();
  }

  @Reads(connection())
  @Query(() => AdvisoryBodyConnection, { description: 'The bodies visible to you, by name.' })
  advisoryBodies(
    @Args(() => AdvisoryBodyPage) _page: AdvisoryBodyPage,
  ): InstanceType<typeof AdvisoryBodyConnection> {
    return readByEngine();
  }

  @Reads(byId('AdvisorySeat'))
  @Query(() => AdvisorySeat, {
    nullable: true,
    description: 'A seat; null if it does not exist or is not visible to you.',
  })
  advisorySeat(@Arg('id', () => ID, { description: 'Id of the seat.' }) _id: string): AdvisorySeat | null {
    return readByEngine();
  }

  @Reads(connection(seatsWhere()))
  @Query(() => AdvisorySeatConnection, { description: 'The seats visible to you.' })
  advisorySeats(
    @Args(() => AdvisorySeatPage) _page: AdvisorySeatPage,
  ): InstanceType<typeof AdvisorySeatConnection> {
    return readByEngine();
  }
}
