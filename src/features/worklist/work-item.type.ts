import { Arg, Args, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { connectionType, ForwardPage, Node } from '../../graphql/connections.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { connection, many, oneFrom, readByEngine, Reads, ref, Table, value } from '../../reads/mapping.js';
import { allOf, type Sql, sql, viewerAccount, viewerDay } from '../../reads/sql.js';
import { ContinuityBand } from '../oudernetwerken/oudernetwerk.enums.js';
import { WorkItemEntity } from './worklist.entity.js';
import { Colleague } from './assignment/colleague.type.js';
import { ContinuityFinding } from './finding.type.js';
import { holdingSnooze } from './snooze-work-item.js';
import { SUBJECT_TYPES } from './sync-work.js';

const snooze = (item: Sql, column: Sql) => sql`(select s.${column} from ${holdingSnooze(item, viewerDay)})`;

const isMine = (
  item: Sql,
) => sql`exists (select from work_item_assignments a where a.work_item_id = ${item}.id
  and a.region_id = ${item}.region_id and a.account_id = ${viewerAccount}::uuid)`;

@Table(WorkItemEntity, {
  orders: { URGENCY: { by: (item) => sql`${item}.urgency`, type: 'integer', direction: 'DESC' } },
  defaultOrder: 'URGENCY',
})
@ObjectType({ description: 'Something that needs attention now.' })
export class WorkItem {
  @Reads(ref((item) => sql`select ${item}.subject_type, ${item}.subject_id`, SUBJECT_TYPES))
  @Field(() => Node, {
    description:
      'What it is about: an Oudernetwerk, an AdvisorySeat, an Ervaringsdeskundige, a RegionAgreement, a PersonTask or ' +
      'a RegionChange.',
  })
  subject: Node;

  @Field(() => ContinuityBand, { description: 'The band of its most severe reason.' })
  band: keyof typeof ContinuityBand;

  @Reads(
    many({
      where: (item, finding) => sql`${finding}.subject_id = ${item}.subject_id`,
      orderBy: (finding) => sql`${finding}.severity desc, ${finding}.code`,
    }),
  )
  @Field(() => [ContinuityFinding], {
    description: 'The reasons, each with a next step that would help; most severe first.',
  })
  reasons: ContinuityFinding[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which one of the reasons falls due.',
  })
  dueOn: PlainDate | null;

  @Reads(value((item) => snooze(item, sql`until`)))
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Snoozed until after this day, or until it gets worse; null if it is not snoozed.',
  })
  snoozedUntil: PlainDate | null;

  @Reads(value((item) => snooze(item, sql`reason`)))
  @Field(() => String, { nullable: true, description: 'Why it was snoozed; null if it is not snoozed.' })
  snoozeReason: string | null;

  @Reads(oneFrom((item) => sql`select * from assignee_of(${item}.id)`))
  @Field(() => Colleague, {
    nullable: true,
    description:
      'Which coordinator takes care of it; null if nobody was named, or if you do not coordinate its region.',
  })
  assignee: Colleague | null;
}

const WorkItemConnection = connectionType('WorkItem', () => WorkItem);

@Resolver()
export class WorklistQuery {
  @Reads(
    connection({
      where: (_root, item, { regionId, snoozed, mine }) =>
        allOf([
          ...(regionId
            ? [sql`${item}.region_id in (select regions_below(${regionId.uuid('Region')}::uuid))`]
            : []),
          ...(mine?.value ? [isMine(item)] : []),
          ...(snoozed?.value ? [] : [sql`${snooze(item, sql`until`)} is null`]),
        ]),
    }),
  )
  @Query(() => WorkItemConnection, {
    description:
      'What needs attention now, most urgent first: by severity, then by due day. Networks are visible to ' +
      'their insiders, seats to coordinators of the region, secretaries of the body and national admins, ' +
      'ervaringsdeskundigen to coordinators of their region only, agreements between regions to coordinators of ' +
      'the region whose turn it is and national admins, tasks for a person to coordinators of the region that does them, changes of ' +
      'regions to coordinators of each region and national admins.',
  })
  worklist(
    @Args(() => ForwardPage) _page: ForwardPage,
    @Arg('regionId', () => ID, {
      nullable: true,
      description:
        'Returns items of this region and the regions below it; defaults to all items visible to you.',
    })
    _regionId?: string,
    @Arg('snoozed', () => Boolean, {
      defaultValue: false,
      description: 'Whether to include snoozed items.',
    })
    _snoozed?: boolean,
    @Arg('mine', () => Boolean, {
      defaultValue: false,
      description: 'Whether to return only what you take care of yourself.',
    })
    _mine?: boolean,
  ): InstanceType<typeof WorkItemConnection> {
    return readByEngine();
  }
}
