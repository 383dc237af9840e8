import { Field, Float, Int, ObjectType } from 'type-graphql';
import { connectionType, Node } from '../../../graphql/connections.js';
import { Period } from '../../../graphql/period.type.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { embedded, one, Reads, Table, value } from '../../../reads/mapping.js';
import { sql, type Sql } from '../../../reads/sql.js';
import { Organisation } from '../../organisations/organisation.type.js';
import { Person } from '../../people/person.type.js';
import {
  ActivityEntity,
  CaretakershipEntity,
  MembershipEntity,
  SupportArrangementEntity,
} from '../oudernetwerk.entity.js';
import { Perspective } from '../../people/person.enums.js';
import { ActivityKind } from '../oudernetwerk.enums.js';
import { Oudernetwerk } from '../oudernetwerk.type.js';

const ofRow = (row: Sql) => sql`${row}.period`;

@Table(CaretakershipEntity, {
  orders: {
    STARTED_ON: {
      by: (caretakership) => sql`lower(${caretakership}.period)`,
      type: 'date',
      direction: 'DESC',
    },
  },
  defaultOrder: 'STARTED_ON',
})
@ObjectType({
  implements: Node,
  description: 'Dated period in which an organisation, the caretaker (vangnet), keeps a network alive.',
})
export class Caretakership extends Node {
  @Reads(one('organisation_id'))
  @Field(() => Organisation, { description: 'The caretaker.' })
  organisation: Organisation;

  @Reads(one('oudernetwerk_id'))
  @Field(() => Oudernetwerk, { description: 'The network.' })
  oudernetwerk: Oudernetwerk;

  @Reads(embedded(ofRow))
  @Field(() => Period, { description: 'First and last day; open-ended until a trekker starts.' })
  period: Period;

  @Field({
    description:
      'True if the service arranged it because nobody else leads; it ends as soon as a trekker starts.',
  })
  standby: boolean;
}

@Table(SupportArrangementEntity)
@ObjectType({ implements: Node, description: 'Dated professional support of a network by an organisation.' })
export class SupportArrangement extends Node {
  @Reads(one('organisation_id'))
  @Field(() => Organisation, { description: 'The supporting organisation.' })
  organisation: Organisation;

  @Reads(one('oudernetwerk_id'))
  @Field(() => Oudernetwerk, { description: 'The network.' })
  oudernetwerk: Oudernetwerk;

  @Reads(value((support) => sql`${support}.hours_per_month::float8`))
  @Field(() => Float, { nullable: true, description: 'Hours per month; null if not agreed.' })
  hoursPerMonth: number | null;

  @Reads(embedded(ofRow))
  @Field(() => Period, { description: 'First and last day.' })
  period: Period;
}

@Table(MembershipEntity, {
  orders: {
    STARTED_ON: { by: (membership) => sql`lower(${membership}.period)`, type: 'date', direction: 'DESC' },
  },
  defaultOrder: 'STARTED_ON',
})
@ObjectType({ implements: Node, description: 'Dated period in which a person belongs to a network.' })
export class Membership extends Node {
  @Field(() => Perspective, { description: 'As what they take part; members are counted by it.' })
  perspective: keyof typeof Perspective;

  @Reads(one('person_id'))
  @Field(() => Person, { description: 'The member.' })
  person: Person;

  @Reads(one('oudernetwerk_id'))
  @Field(() => Oudernetwerk, { description: 'The network.' })
  oudernetwerk: Oudernetwerk;

  @Reads(embedded(ofRow))
  @Field(() => Period, { description: 'First and last day.' })
  period: Period;
}

@Table(ActivityEntity, {
  orders: { ON: { by: (activity) => sql`${activity}.on_day`, type: 'date', direction: 'DESC' } },
  defaultOrder: 'ON',
})
@ObjectType({
  implements: Node,
  description:
    'Something a network does, such as a meeting. Once it was held, it shows that the network is alive.',
})
export class Activity extends Node {
  @Reads(one('oudernetwerk_id'))
  @Field(() => Oudernetwerk, { description: 'The network.' })
  oudernetwerk: Oudernetwerk;

  @Field(() => ActivityKind, { description: 'Kind of activity.' })
  kind: keyof typeof ActivityKind;

  @Reads(value((activity) => sql`${activity}.on_day`))
  @Field(() => DateScalar, { description: 'Day on which it took place, or for which it is planned.' })
  on: PlainDate;

  @Reads(value((activity) => sql`${activity}.held_on is not null`))
  @Field({ description: 'Whether it took place; false while it is planned.' })
  held: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day for which it was planned; null if it was recorded afterwards.',
  })
  plannedOn: PlainDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'When it begins, local time, such as `19:30`; null if not known.',
  })
  startTime: string | null;

  @Field(() => String, { nullable: true, description: 'Where; null if not known.' })
  place: string | null;

  @Field({ description: 'Short title, without personal data.' })
  title: string;

  @Field(() => Int, { nullable: true, description: 'Number of people who attended; null if not counted.' })
  attendance: number | null;
}

export const CaretakershipConnection = connectionType('Caretakership', () => Caretakership);
export const MembershipConnection = connectionType('Membership', () => Membership);
export const ActivityConnection = connectionType('Activity', () => Activity);
