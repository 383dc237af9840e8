import { ArgsType, Field, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType, ForwardPage, Node } from '../../../graphql/connections.js';
import { Period } from '../../../graphql/period.type.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { embedded, one, oneWhere, Reads, Table, value } from '../../../reads/mapping.js';
import { sql, viewerDay } from '../../../reads/sql.js';
import { Person } from '../../people/person.type.js';
import { TrekkerschapEntity } from '../oudernetwerk.entity.js';
import { EndReason, TrekkerRole } from '../oudernetwerk.enums.js';
import { Oudernetwerk } from '../oudernetwerk.type.js';

@ObjectType({
  description: 'When and why a trekker plans to stop. It may change; the recorded end is `period.until`.',
})
export class PlannedEnd {
  @Reads(value((trekkerschap) => sql`${trekkerschap}.planned_end_on`))
  @Field(() => DateScalar, { description: 'Planned last day.' })
  on: PlainDate;

  @Reads(value((trekkerschap) => sql`${trekkerschap}.planned_end_reason`))
  @Field(() => EndReason, { description: 'Reason.' })
  reason: keyof typeof EndReason;
}

@Table(TrekkerschapEntity, {
  filters: {
    current: (trekkerschap, current) =>
      current.value
        ? sql`${trekkerschap}.period @> ${viewerDay}::date`
        : sql`not ${trekkerschap}.period @> ${viewerDay}::date`,
    role: (trekkerschap, role) => sql`${trekkerschap}.role = ${role.code()}`,
  },
  orders: {
    STARTED_ON: { by: (trekkerschap) => sql`lower(${trekkerschap}.period)`, type: 'date', direction: 'DESC' },
  },
  defaultOrder: 'STARTED_ON',
})
@ObjectType({
  implements: Node,
  description: 'Dated period in which a parent leads a network. Person, network and role never change.',
})
export class Trekkerschap extends Node {
  @Field(() => Int, { description: 'Increases by one with every change; pass it back as `expectedVersion`.' })
  version: number;

  @Reads(one('person_id'))
  @Field(() => Person, { description: 'The trekker.' })
  person: Person;

  @Reads(one('oudernetwerk_id'))
  @Field(() => Oudernetwerk, { description: 'The network they lead.' })
  oudernetwerk: Oudernetwerk;

  @Field(() => TrekkerRole, { description: 'Role in which they lead.' })
  role: keyof typeof TrekkerRole;

  @Reads(embedded((trekkerschap) => sql`${trekkerschap}.period`))
  @Field(() => Period, {
    description: 'First day, and last day as recorded; open-ended while no end is recorded.',
  })
  period: Period;

  @Reads(
    embedded(
      (trekkerschap) =>
        sql`(select range_merge(range_agg(part.period)) from tenure_of(${trekkerschap}.id) part)`,
    ),
  )
  @Field(() => Period, {
    description:
      'First and last day of the tenure it is part of: the trekkerschappen of this parent in this network ' +
      'that follow each other without a break, in whatever role. Guideline, limit and forecast count it as one.',
  })
  tenure: Period;

  @Reads(
    embedded(
      (trekkerschap) => trekkerschap,
      (trekkerschap) => sql`${trekkerschap}.planned_end_on is not null`,
    ),
  )
  @Field(() => PlannedEnd, { nullable: true, description: 'When they plan to stop; null if not stated.' })
  plannedEnd: PlannedEnd | null;

  @Field(() => EndReason, {
    nullable: true,
    description: 'Why it ended; null while no end is recorded, and where they go on in another role.',
  })
  endReason: keyof typeof EndReason | null;

  @Reads(one('predecessor_id'))
  @Field(() => Trekkerschap, {
    nullable: true,
    description: 'The trekkerschap it took over from; null if there is none.',
  })
  predecessor: Trekkerschap | null;

  @Reads(oneWhere((trekkerschap, successor) => sql`${successor}.predecessor_id = ${trekkerschap}.id`))
  @Field(() => Trekkerschap, {
    nullable: true,
    description: 'The trekkerschap that took over from it; null if there is none.',
  })
  successor: Trekkerschap | null;
}

export const TrekkerschapConnection = connectionType('Trekkerschap', () => Trekkerschap);

@InputType({ description: 'Conditions on trekkerschappen; all of them must hold.' })
export class TrekkerschapFilter {
  @Field(() => Boolean, { nullable: true, description: 'True: covers today; false: does not cover today.' })
  current?: boolean;

  @Field(() => TrekkerRole, { nullable: true, description: 'Has this role.' })
  role?: keyof typeof TrekkerRole;
}

@ArgsType()
export class TrekkerschapPage extends ForwardPage {
  @Field(() => TrekkerschapFilter, { nullable: true, description: 'Restricts the list of trekkerschappen.' })
  filter?: TrekkerschapFilter;
}
