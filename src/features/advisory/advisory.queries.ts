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
    description: 'A body; null when there is none or you may not see it.',
  })
  advisoryBody(@Arg('id', () => ID, { description: 'Id of the body.' }) _id: string): AdvisoryBody | null {
    return readByEngine();
  }

  @Reads(connection())
  @Query(() => AdvisoryBodyConnection, { description: 'The bodies you may see, by name.' })
  advisoryBodies(
    @Args(() => AdvisoryBodyPage) _page: AdvisoryBodyPage,
  ): InstanceType<typeof AdvisoryBodyConnection> {
    return readByEngine();
  }

  @Reads(byId('AdvisorySeat'))
  @Query(() => AdvisorySeat, {
    nullable: true,
    description: 'A seat; null when there is none or you may not see it.',
  })
  advisorySeat(@Arg('id', () => ID, { description: 'Id of the seat.' }) _id: string): AdvisorySeat | null {
    return readByEngine();
  }

  @Reads(connection(seatsWhere()))
  @Query(() => AdvisorySeatConnection, { description: 'The seats you may see.' })
  advisorySeats(
    @Args(() => AdvisorySeatPage) _page: AdvisorySeatPage,
  ): InstanceType<typeof AdvisorySeatConnection> {
    return readByEngine();
  }
}
