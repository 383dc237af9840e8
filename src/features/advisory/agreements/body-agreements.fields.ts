import { Args, FieldResolver, Resolver } from 'type-graphql';
import { connection, readByEngine, Reads } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import {
  RegionAgreementConnection,
  RegionAgreementPage,
} from '../../regions/agreements/region-agreement.type.js';
import { AdvisoryBody } from '../bodies/advisory-body.type.js';

@Resolver(() => AdvisoryBody)
export class BodyAgreements {
  @Reads(connection({ where: (body, agreement) => sql`${agreement}.body_id = ${body}.id` }))
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
