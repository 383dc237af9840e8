import { Arg, Args, ID, Query, Resolver } from 'type-graphql';
import { byId, connection, readByEngine, Reads } from '../../reads/mapping.js';
import { sql } from '../../reads/sql.js';
import { ErvaringsdeskundigeConnection, ErvaringsdeskundigePage } from './ervaringsdeskundige.lists.js';
import { Ervaringsdeskundige } from './ervaringsdeskundige.type.js';
import { findable, keepsProfile } from './profile-reach.js';

@Resolver()
export class ErvaringsdeskundigeQueries {
  @Reads(byId('Ervaringsdeskundige'))
  @Query(() => Ervaringsdeskundige, {
    nullable: true,
    description: 'An ervaringsdeskundige; null if they do not exist or are not visible to you.',
  })
  ervaringsdeskundige(
    @Arg('id', () => ID, { description: 'Id of the ervaringsdeskundige.' }) _id: string,
  ): Ervaringsdeskundige | null {
    return readByEngine();
  }

  @Reads(
    connection({
      ownFilters: ['findable'],
      where: (_parent, profile, { filter }) =>
        filter?.field('findable')?.value === false
          ? sql`not ${findable(profile)} and ${keepsProfile(profile)}`
          : findable(profile),
    }),
  )
  @Query(() => ErvaringsdeskundigeConnection, {
    description:
      'The ervaringsdeskundigen who consent to be findable and are visible to you: those of the regions in ' +
      'which you fill seats, and those who consented to be findable country-wide. Those who do not consent ' +
      'are not counted either.',
  })
  ervaringsdeskundigen(
    @Args(() => ErvaringsdeskundigePage) _page: ErvaringsdeskundigePage,
  ): InstanceType<typeof ErvaringsdeskundigeConnection> {
    return readByEngine();
  }
}
