import { Arg, Args, FieldResolver, ID, Query, Resolver } from 'type-graphql';
import { byId, connection, one, readByEngine, Reads } from '../../reads/mapping.js';
import { Region } from '../regions/region.type.js';
import { Organisation, OrganisationConnection, OrganisationPage } from './organisation.type.js';

@Resolver()
export class OrganisationQueries {
  @Reads(byId('Organisation'))
  @Query(() => Organisation, { nullable: true, description: 'An organisation; null if it does not exist.' })
  organisation(
    @Arg('id', () => ID, { description: 'Id of the organisation.' }) _id: string,
  ): Organisation | null {
    return readByEngine();
  }

  @Reads(connection())
  @Query(() => OrganisationConnection, { description: 'All organisations, by name.' })
  organisations(
    @Args(() => OrganisationPage) _page: OrganisationPage,
  ): InstanceType<typeof OrganisationConnection> {
    return readByEngine();
  }
}

@Resolver(() => Region)
export class RegionOrganisations {
  @Reads(one('coordinating_organisation_id'))
  @FieldResolver(() => Organisation, {
    nullable: true,
    description: 'Caretaker of last resort for its networks; null if it is that of the region above.',
  })
  coordinatingOrganisation(): Organisation | null {
    return readByEngine();
  }
}
