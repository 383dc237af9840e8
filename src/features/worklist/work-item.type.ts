import { Arg, Args, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { connectionType, ForwardPage, Node } from '../../graphql/connections.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { connection, many, readByEngine, Reads, ref, Table, value } from '../../reads/mapping.js';
import { allOf, type Sql, sql, viewerDay } from '../../reads/sql.js';
import { ContinuityBand } from '../oudernetwerken/oudernetwerk.enums.js';
import { WorkItemEntity } from './worklist.entity.js';
import { ContinuityFinding } from './finding.type.js';
import { holdingSnooze } from './snooze.js';
import { SUBJECT_TYPES } from './sync-work.js';

const snooze = (item: Sql, column: Sql) => sql`(select s.${column} from ${holdingSnooze(item, viewerDay)})`;

@Table(WorkItemEntity, {
  orders: { URGENCY: { by: (item) => sql`${item}.urgency`, type: 'integer', direction: 'DESC' } },
  defaultOrder: 'URGENCY',
})
@ObjectType({ description: 'Something that needs a person now.' })
export class WorkItem {
  @Reads(ref((item) => sql`select ${item}.subject_type, ${item}.subject_id`, SUBJECT_TYPES))
  @Field(() => Node, {
    description: 'What it is about: an Oudernetwerk, an AdvisorySeat or an Ervaringsdeskundige.',
  })
  subject: Node;

  @Field(() => ContinuityBand, { description: 'How bad it is.' })
  band: keyof typeof ContinuityBand;

  @Reads(
    many({
      where: (item, finding) => sql`${finding}.subject_id = ${item}.subject_id`,
      orderBy: (finding) => sql`${finding}.severity desc, ${finding}.code`,
    }),
  )
  @Field(() => [ContinuityFinding], { description: 'Why, each with what would help; worst first.' })
  reasons: ContinuityFinding[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which one of the reasons falls due.',
  })
  dueOn: PlainDate | null;

  @Reads(value((item) => snooze(item, sql`until`)))
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Put off until after this day, or until it gets worse; null = not put off.',
  })
  snoozedUntil: PlainDate | null;

  @Reads(value((item) => snooze(item, sql`reason`)))
  @Field(() => String, { nullable: true, description: 'Why it was put off; null = not put off.' })
  snoozeReason: string | null;
}

const WorkItemConnection = connectionType('WorkItem', () => WorkItem);

@Resolver()
export class WorklistQuery {
  @Reads(
    connection({
      where: (_root, item, { regionId, snoozed }) =>
        allOf([
          ...(regionId
            ? [sql`${item}.region_id in (select regions_below(${regionId.uuid('Region')}::uuid))`]
            : []),
          ...(snoozed?.value ? [] : [sql`${snooze(item, sql`until`)} is null`]),
        ]),
    }),
  )
  @Query(() => WorkItemConnection, {
    description:
      'What needs a person now, most urgent first: the worst first, and of equals what is due first. ' +
      'Networks, for coordinators, supporters and trekkers as far as they see them from inside; seats, for coordinators ' +
      'of the region and secretaries of the body; ervaringsdeskundigen, for coordinators of their region alone.',
  })
  worklist(
    @Args(() => ForwardPage) _page: ForwardPage,
    @Arg('regionId', () => ID, {
      nullable: true,
      description: 'Of this region and those below it; all you may see when left out.',
    })
    _regionId?: string,
    @Arg('snoozed', () => Boolean, {
      defaultValue: false,
      description: 'True: also what was put off.',
    })
    _snoozed?: boolean,
  ): InstanceType<typeof WorkItemConnection> {
    return readByEngine();
  }
}
