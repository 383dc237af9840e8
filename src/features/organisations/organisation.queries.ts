import { Arg, Args, FieldResolver, ID, Query, Resolver } from 'type-graphql';
import { byId, connection, one, readByEngine, Reads, value } from '../../reads/mapping.js';
import { sql } from '../../reads/sql.js';
import { waitingAddress } from '../addresses/waiting-address.js';
import { Region } from '../regions/region.type.js';
import { responsible } from './responsible-organisation.js';
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

  @Reads(responsible((region) => sql`responsible_organisation(${region}.id)`))
  @FieldResolver(() => Organisation, {
    nullable: true,
    description:
      'Who answers for the personal data of the region (AVG: verwerkingsverantwoordelijke), to whom parents turn: its ' +
      'own choice, else its coordinating organisation, else that of the region above. Null if none is known.',
  })
  responsibleOrganisation(): Organisation | null {
    return readByEngine();
  }

  @Reads(value((region) => waitingAddress(sql`w.region_id = ${region}.id`)))
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Mailbox that replaces `mailbox` once the link that was mailed there is followed; null if none waits, or if ' +
      'you neither coordinate the region nor work for the national office.',
  })
  pendingMailbox(): string | null {
    return readByEngine();
  }
}
