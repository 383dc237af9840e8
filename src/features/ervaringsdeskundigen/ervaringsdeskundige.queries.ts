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
    description: 'An ervaringsdeskundige; null when there is none or you may not see them.',
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
      'The ervaringsdeskundigen who consent to be found, as far as you may see them: in the regions where you fill ' +
      'seats, and country-wide who agreed to that. Whoever does not consent is not counted either.',
  })
  ervaringsdeskundigen(
    @Args(() => ErvaringsdeskundigePage) _page: ErvaringsdeskundigePage,
  ): InstanceType<typeof ErvaringsdeskundigeConnection> {
    return readByEngine();
  }
}
