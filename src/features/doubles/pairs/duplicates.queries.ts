import { Arg, Args, Extensions, ID, Query, Resolver } from 'type-graphql';
import { ForwardPage } from '../../../graphql/connections.js';
import { connection, readByEngine, Reads } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { DuplicatePairConnection } from './duplicate-pair.type.js';

/** All names of a region are compared. */
const COST = 200;

@Resolver()
export class DuplicateQueries {
  @Reads(
    connection({
      from: (_root, { regionId }) =>
        sql`select md5(found.one_id::text || found.other_id)::uuid as id, found.one_id, found.other_id, found.reasons, c.certainty,
          array_position(array['LOW', 'MEDIUM', 'HIGH'], c.certainty) * 10 + cardinality(found.reasons) as rank
        from possible_pairs(${regionId!.uuid('Region')}::uuid) found
        cross join lateral pair_certainty(found.reasons) c (certainty)`,
    }),
  )
  @Extensions({ cost: COST })
  @Query(() => DuplicatePairConnection, {
    description:
      'Pairs of people known in a region or one below it who may be the same person, recorded twice; the most certain first. ' +
      'For coordinators of that region; empty for others, and for the country as a whole. Left out are those who died, and ' +
      'pairs that were told apart (`personTellApart`).',
  })
  duplicates(
    @Arg('regionId', () => ID, { description: 'Id of the region.' }) _regionId: string,
    @Args(() => ForwardPage) _page: ForwardPage,
  ): InstanceType<typeof DuplicatePairConnection> {
    return readByEngine();
  }
}
