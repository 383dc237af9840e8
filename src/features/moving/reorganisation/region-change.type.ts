import { Arg, Field, ID, InputType, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { Node } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { many, one, readByEngine, Reads, type Row, Table, value } from '../../../reads/mapping.js';
import { allOf, sql } from '../../../reads/sql.js';
import { VersionedInput } from '../../../writes/mutation-input.js';
import { RegionAgreement } from '../../regions/agreements/region-agreement.type.js';
import { Municipality, Region } from '../../regions/region.type.js';
import { PersonMove } from '../people/person-move.type.js';
import { RegionChangeEntity } from './region-change.entity.js';

/** The region that gives, and the one that takes. */
const fromRegion = (change: Row) =>
  sql`case when ${change}.comes then ${change}.other_region_id else ${change}.region_id end`;
const toRegion = (change: Row) =>
  sql`case when ${change}.comes then ${change}.region_id else ${change}.other_region_id end`;

@Table(RegionChangeEntity)
@ObjectType({
  implements: Node,
  description:
    'Municipalities that come to a region on a day, from one other region, or leave it. Networks and people concerned are ' +
    'proposed; until it is applied to them the old region goes on answering for them. Visible to coordinators of the ' +
    'region and national admins; the other region has its own.',
})
export class RegionChange extends Node {
  @Field(() => Int, { description: 'Increases by one with every change; pass it back as `expectedVersion`.' })
  version: number;

  @Reads(one('region_id'))
  @Field(() => Region, { description: 'The region for which this is.' })
  region: Region;

  @Reads(one('other_region_id'))
  @Field(() => Region, { description: 'Where they come from, or to which they go.' })
  otherRegion: Region;

  @Field({ description: 'Whether they come to the region; else they leave it.' })
  comes: boolean;

  @Reads(value((change) => sql`${change}.changes_on`))
  @Field(() => DateScalar, { description: 'First day on which they are of the new region.' })
  on: PlainDate;

  @Reads(
    many({
      where: (change, municipality) => sql`${municipality}.id in (select municipality_id
        from municipalities_changing(${fromRegion(change)}, ${toRegion(change)}, ${change}.changes_on))`,
      orderBy: (municipality) => sql`fold(${municipality}.name), ${municipality}.id`,
    }),
  )
  @Field(() => [Municipality], { description: 'The municipalities, by name.' })
  municipalities: Municipality[];

  @Reads(
    many({
      where: (change, agreement) => sql`${agreement}.kind = 'MOVES' and ${agreement}.asked_by is null
        and ${agreement}.home_region_id in (select regions_below(${fromRegion(change)}))
        and ${agreement}.region_id = ${toRegion(change)}`,
      orderBy: (agreement) => sql`${agreement}.asked_on, ${agreement}.id`,
    }),
  )
  @Field(() => [RegionAgreement], {
    description:
      'The networks whose municipalities all go, each as a question to the new region. Either region can say no to one: ' +
      'the new one with `regionAgreementDecide`, the old one with `regionAgreementWithdraw`.',
  })
  networks: RegionAgreement[];

  @Reads(
    many({
      where: (change, move) => sql`${move}.because = 'REORGANISED' and ${move}.moved_on = ${change}.changes_on
        and ${move}.from_region_id in (select regions_below(${fromRegion(change)}))
        and ${move}.to_region_id = ${toRegion(change)}`,
      orderBy: (move) => sql`${move}.id`,
    }),
  )
  @Field(() => [PersonMove], {
    description:
      'The people who live there, limited to those visible to you: the old region sees them, the new one does once it is ' +
      'applied. They, or their coordinator, say no to one with `personMoveAnswer`.',
  })
  people: PersonMove[];
}

@Resolver()
export class RegionChangeQueries {
  @Reads(
    many({
      where: (_root, change, { regionId }) =>
        allOf(
          regionId
            ? [sql`${change}.region_id in (select regions_below(${regionId.uuid('Region')}::uuid))`]
            : [],
        ),
      orderBy: (change) => sql`${change}.changes_on desc, ${change}.id`,
    }),
  )
  @Query(() => [RegionChange], {
    description:
      'Municipalities that come under another region, ahead of the day and after it, each as a preview of what it concerns; ' +
      'the latest first. Visible to coordinators of the regions and national admins.',
  })
  regionChanges(
    @Arg('regionId', () => ID, {
      nullable: true,
      description: 'Returns those of this region and the regions below it; defaults to all visible to you.',
    })
    _regionId?: string,
  ): RegionChange[] {
    return readByEngine();
  }
}

@InputType({ description: 'Applies what is still proposed of a change.' })
export class RegionChangeApplyInput extends VersionedInput {
  @Field(() => ID, { description: 'The change, as that of the region to which it comes.' })
  id: string;
}
