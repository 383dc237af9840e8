import { Args, FieldResolver, Resolver } from 'type-graphql';
import { connection, readByEngine, Reads } from '../../reads/mapping.js';
import { sql } from '../../reads/sql.js';
import {
  RegionAgreementConnection,
  RegionAgreementPage,
} from '../regions/agreements/region-agreement.type.js';
import { Oudernetwerk } from './oudernetwerk.type.js';

@Resolver(() => Oudernetwerk)
export class NetworkAgreements {
  @Reads(connection({ where: (network, agreement) => sql`${agreement}.oudernetwerk_id = ${network}.id` }))
  @FieldResolver(() => RegionAgreementConnection, {
    description:
      'Its agreements with other regions, asked, in force and past, limited to those visible to you; latest ' +
      'asked first.',
  })
  agreements(
    @Args(() => RegionAgreementPage) _page: RegionAgreementPage,
  ): InstanceType<typeof RegionAgreementConnection> {
    return readByEngine();
  }
}
