import { Field, FieldResolver, Int, ObjectType, Resolver } from 'type-graphql';
import { Node } from '../../graphql/connections.js';
import { Period } from '../../graphql/period.type.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { embedded, many, one, oneWhere, readByEngine, Reads, type Row, Table } from '../../reads/mapping.js';
import { type Sql, sql } from '../../reads/sql.js';
import { SeatAppointment } from '../advisory/appointments/seat-appointment.type.js';
import { AdvisoryBody } from '../advisory/bodies/advisory-body.type.js';
import { Oudernetwerk } from '../oudernetwerken/oudernetwerk.type.js';
import { Trekkerschap } from '../oudernetwerken/trekkerschap/trekkerschap.type.js';
import { Person } from '../people/person.type.js';
import { AbsenceEntity } from './absence.entity.js';

const daysOf = (absence: Row): Sql => sql`(select absent_days(a) from absences a where a.id = ${absence}.id)`;

@Table(AbsenceEntity)
@ObjectType({
  implements: Node,
  description:
    'That somebody is away for a time from what they do in a network or a body. It is no end: the role and its term go ' +
    'on. Why they are away is not recorded. Visible to insiders of the network, to those who fill the seats of the body, ' +
    'and to the person themselves.',
})
export class Absence extends Node {
  @Field(() => Int, { description: 'Increases by one with every change; pass it back as `expectedVersion`.' })
  version: number;

  @Reads(one('person_id'))
  @Field(() => Person, { description: 'Who is away.' })
  person: Person;

  @Reads(one('oudernetwerk_id'))
  @Field(() => Oudernetwerk, { nullable: true, description: 'The network; null if it is a body.' })
  oudernetwerk: Oudernetwerk | null;

  @Reads(one('body_id'))
  @Field(() => AdvisoryBody, { nullable: true, description: 'The body; null if it is a network.' })
  body: AdvisoryBody | null;

  @Reads(embedded(daysOf, (absence) => sql`${daysOf(absence)} is not null`))
  @Field(() => Period, {
    nullable: true,
    description:
      'First and last day; open-ended until it is ended. It ends with the role at the latest; null if they do not have ' +
      'one on its first day any more.',
  })
  period: Period | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day as expected; null if nobody knows. After it somebody asks; nothing ends by it.',
  })
  expectedUntil: PlainDate | null;

  @Reads(one('substitute_id'))
  @Field(() => Trekkerschap, {
    nullable: true,
    description:
      'The trekkerschap of whoever leads the network meanwhile; it ends with the absence. Null if nobody does.',
  })
  substitute: Trekkerschap | null;

  @Reads(
    oneWhere(
      (absence, person) => sql`${person}.id in (select s.person_id from seat_alternates s
        where s.absence_id = ${absence}.id)`,
    ),
  )
  @Field(() => Person, {
    nullable: true,
    description:
      'The alternate: who acts for the holder of the seat meanwhile, and holds none. Null if nobody does.',
  })
  alternate: Person | null;
}

const inRole = (absence: Row, place: Sql, role: Row): Sql =>
  sql`${place} and ${absence}.person_id = ${role}.person_id and ${daysOf(absence)} && ${role}.period`;
const byFirstDay = (absence: Row): Sql => sql`lower(${absence}.period), ${absence}.id`;

@Resolver(() => Trekkerschap)
export class TrekkerschapAbsences {
  @Reads(
    many({
      where: (trekkerschap, absence) =>
        inRole(absence, sql`${absence}.oudernetwerk_id = ${trekkerschap}.oudernetwerk_id`, trekkerschap),
      orderBy: byFirstDay,
    }),
  )
  @FieldResolver(() => [Absence], { description: 'When the trekker is away, earliest first.' })
  absences(): Absence[] {
    return readByEngine();
  }
}

@Resolver(() => SeatAppointment)
export class SeatAppointmentAbsences {
  @Reads(
    many({
      where: (appointment, absence) =>
        inRole(absence, sql`${absence}.body_id = ${appointment}.body_id`, appointment),
      orderBy: byFirstDay,
    }),
  )
  @FieldResolver(() => [Absence], { description: 'When the holder is away, earliest first.' })
  absences(): Absence[] {
    return readByEngine();
  }
}
