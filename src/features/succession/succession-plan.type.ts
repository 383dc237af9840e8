import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType, ForwardPage, Node } from '../../graphql/connections.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { many, one, oneFrom, Reads, Table } from '../../reads/mapping.js';
import { sql } from '../../reads/sql.js';
import { Oudernetwerk } from '../oudernetwerken/oudernetwerk.type.js';
import { Trekkerschap } from '../oudernetwerken/trekkerschap/trekkerschap.type.js';
import { Handover } from './handover/handover.type.js';
import { SuccessionPlanEntity } from './succession.entity.js';
import { OpenedBecause, SuccessionStatus } from './succession.enums.js';
import { SuccessorCandidate } from './candidates/successor-candidate.type.js';

@Table(SuccessionPlanEntity, {
  filters: {
    open: (plan, open) => (open.value ? sql`${plan}.closed_on is null` : sql`${plan}.closed_on is not null`),
  },
  orders: {
    OPENED_ON: { by: (plan) => sql`${plan}.opened_on`, type: 'date', direction: 'DESC' },
  },
  defaultOrder: 'OPENED_ON',
})
@ObjectType({
  implements: Node,
  description:
    'The search for a successor to a trekker, or for someone to lead a network that has no trekker.',
})
export class SuccessionPlan extends Node {
  @Field(() => Int, {
    description: 'Increases with every change made by a user; pass it back as `expectedVersion`.',
  })
  version: number;

  @Reads(one('oudernetwerk_id'))
  @Field(() => Oudernetwerk, { description: 'The network.' })
  oudernetwerk: Oudernetwerk;

  @Reads(one('trekkerschap_id'))
  @Field(() => Trekkerschap, {
    nullable: true,
    description: 'The trekkerschap that ends; null for a network without a trekker.',
  })
  trekkerschap: Trekkerschap | null;

  @Field(() => SuccessionStatus, { description: 'Status, determined by its most advanced candidate.' })
  status: keyof typeof SuccessionStatus;

  @Field(() => DateScalar, { description: 'Day on which it was opened.' })
  openedOn: PlainDate;

  @Field(() => OpenedBecause, { description: 'Why it was opened.' })
  openedBecause: keyof typeof OpenedBecause;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day by which a successor should be in place; null if there is no such day yet.',
  })
  targetOn: PlainDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was completed or stopped; null while it is open.',
  })
  closedOn: PlainDate | null;

  @Field(() => String, { nullable: true, description: 'Why it was stopped; null if it was not.' })
  stopReason: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why it was completed although mandatory handover items were open; null if that was not so or not ' +
      'stated.',
  })
  motivation: string | null;

  @Reads(one('successor_id'))
  @Field(() => Trekkerschap, {
    nullable: true,
    description: 'The trekkerschap of the successor; null until it is completed.',
  })
  successor: Trekkerschap | null;

  @Reads(
    many({
      where: (plan, candidate) => sql`${candidate}.plan_id = ${plan}.id`,
      orderBy: (candidate) => sql`${candidate}.rank, ${candidate}.id`,
    }),
  )
  @Field(() => [SuccessorCandidate], {
    description:
      'Current and former candidates, by rank. Visible to national admins, coordinators and supporters; ' +
      'empty for others.',
  })
  candidates: SuccessorCandidate[];

  @Reads(
    oneFrom(
      (plan) => sql`select i.plan_id, count(i.done_on)::float8 / count(*) as progress
        from handover_items i where i.plan_id = ${plan}.id group by i.plan_id`,
    ),
  )
  @Field(() => Handover, {
    nullable: true,
    description: 'What is handed over; null until a candidate agrees or an item is added.',
  })
  handover: Handover | null;
}

export const SuccessionPlanConnection = connectionType('SuccessionPlan', () => SuccessionPlan);

@InputType({ description: 'Conditions on succession plans; all of them must hold.' })
export class SuccessionPlanFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: open; false: completed or stopped.',
  })
  open?: boolean;
}

@ArgsType()
export class SuccessionPlanPage extends ForwardPage {
  @Field(() => SuccessionPlanFilter, {
    nullable: true,
    description: 'Restricts the list of succession plans.',
  })
  filter?: SuccessionPlanFilter;
}
