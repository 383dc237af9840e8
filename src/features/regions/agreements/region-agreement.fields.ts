import { Args, FieldResolver, Resolver } from 'type-graphql';
import { connection, readByEngine, Reads } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { Region } from '../region.type.js';
import { RegionAgreementConnection, RegionAgreementPage } from './region-agreement.type.js';

@Resolver(() => Region)
export class RegionAgreements {
  @Reads(
    connection({
      where: (region, agreement) =>
        sql`${region}.id in (${agreement}.home_region_id, ${agreement}.region_id)`,
    }),
  )
  @FieldResolver(() => RegionAgreementConnection, {
    description:
      'Agreements of this region with others, whichever side asked, limited to those visible to you; latest ' +
      'asked first.',
  })
  agreements(
    @Args(() => RegionAgreementPage) _page: RegionAgreementPage,
  ): InstanceType<typeof RegionAgreementConnection> {
    return readByEngine();
  }
}
