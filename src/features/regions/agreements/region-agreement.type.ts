import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType, describedEnum, ForwardPage, Node } from '../../../graphql/connections.js';
import { Period } from '../../../graphql/period.type.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { embedded, one, Reads, ref, type Row, Table, value } from '../../../reads/mapping.js';
import { sql, viewerDay } from '../../../reads/sql.js';
import { Region } from '../region.type.js';
import { RegionAgreementEntity } from './region-agreement.entity.js';

const RegionAgreementStatus = describedEnum(
  'RegionAgreementStatus',
  'Where an agreement between regions is today.',
  {
    ASKED: 'The other region has not decided yet.',
    AGREED: 'The other region agreed; it has yet to begin.',
    IN_FORCE: 'It holds today.',
    DECLINED: 'The other region said no.',
    WITHDRAWN: 'It was withdrawn before it was decided, or called off before it began.',
    ENDED: 'It is over, or its last day passed without a decision.',
  },
);

const RegionAgreementKind = describedEnum('RegionAgreementKind', 'What regions agree on.', {
  TAKES_PART: 'A body or network works in the other region as well.',
  MOVES:
    'A network becomes one of the other region. That is done on the first day of its period, and only once.',
});

const status = (agreement: Row) =>
  sql`agreement_status(${agreement}.answer, ${agreement}.period, ${viewerDay}::date)`;

@Table(RegionAgreementEntity, {
  filters: {
    status: (agreement, statuses) => sql`${status(agreement)} = any (${statuses.codes()})`,
    regionId: (agreement, region) =>
      sql`${agreement}.region_id in (select regions_below(${region.uuid('Region')}::uuid))`,
    homeRegionId: (agreement, region) =>
      sql`${agreement}.home_region_id in (select regions_below(${region.uuid('Region')}::uuid))`,
  },
  orders: { ASKED_ON: { by: (agreement) => sql`${agreement}.asked_on`, type: 'date', direction: 'DESC' } },
  defaultOrder: 'ASKED_ON',
})
@ObjectType({
  implements: Node,
  description:
    'A dated agreement (samenwerkingsafspraak) by which a body or a network works in a region that is not its ' +
    'own. By that of a network the other region’s coordinators see it from inside and add members, activities ' +
    'and support; its own region keeps everything else, and it counts there only. Or one by which a network moves ' +
    'to the other region on a day. Visible to coordinators of ' +
    'both regions and the body’s secretary.',
})
export class RegionAgreement extends Node {
  @Field(() => Int, { description: 'Increases by one with every change; pass it back as `expectedVersion`.' })
  version: number;

  @Field(() => RegionAgreementKind, { description: 'What it is about.' })
  kind: keyof typeof RegionAgreementKind;

  @Reads(
    ref(
      (
        agreement,
      ) => sql`select case when ${agreement}.body_id is null then 'Oudernetwerk' else 'AdvisoryBody' end,
        ${agreement}.subject_id`,
      ['AdvisoryBody', 'Oudernetwerk'],
    ),
  )
  @Field(() => Node, {
    nullable: true,
    description:
      'The AdvisoryBody or Oudernetwerk that works in the region; null if it is hidden from you, as it is from ' +
      'the other region once nothing is asked or agreed any more.',
  })
  subject: Node | null;

  @Reads(one('home_region_id'))
  @Field(() => Region, { description: 'The region that asked: the one that owns the body or network.' })
  homeRegion: Region;

  @Reads(one('region_id'))
  @Field(() => Region, { description: 'The region that decides, in which it works by this agreement.' })
  region: Region;

  @Reads(value(status))
  @Field(() => RegionAgreementStatus, { description: 'Status today.' })
  status: keyof typeof RegionAgreementStatus;

  @Reads(embedded((agreement) => sql`${agreement}.period`))
  @Field(() => Period, {
    description:
      'The days for which it is asked; once it is agreed, those on which it holds: from the decision at the ' +
      'earliest. Of a network that moved: that day.',
  })
  period: Period;

  @Field(() => DateScalar, { description: 'Day on which it was asked.' })
  askedOn: PlainDate;

  @Field({ description: 'What it wants to do in the region.' })
  motivation: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Who answers for which personal data, where both regions keep something together (AVG article 26): part of what is ' +
      'agreed. Null if nothing was said: then each answers for what it records.',
  })
  responsibilities: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was decided or withdrawn; null while it is open.',
  })
  answeredOn: PlainDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the other region said with its decision; null if nothing.',
  })
  answerReason: string | null;

  @Reads(one('ended_by_region_id'))
  @Field(() => Region, {
    nullable: true,
    description: 'The region that ended it early or called it off; null if neither did.',
  })
  endedBy: Region | null;

  @Field(() => String, { nullable: true, description: 'Why it was ended early; null if it was not.' })
  endReason: string | null;
}

export const RegionAgreementConnection = connectionType('RegionAgreement', () => RegionAgreement);

@InputType({ description: 'Conditions on agreements between regions; all of them must hold.' })
class RegionAgreementFilter {
  @Field(() => [RegionAgreementStatus], { nullable: true, description: 'Has one of these statuses today.' })
  status?: (keyof typeof RegionAgreementStatus)[];

  @Field(() => ID, { nullable: true, description: 'Decided by this region or a region below it.' })
  regionId?: string;

  @Field(() => ID, { nullable: true, description: 'Asked by this region or a region below it.' })
  homeRegionId?: string;
}

@ArgsType()
export class RegionAgreementPage extends ForwardPage {
  @Field(() => RegionAgreementFilter, { nullable: true, description: 'Restricts the list of agreements.' })
  filter?: RegionAgreementFilter;
}
