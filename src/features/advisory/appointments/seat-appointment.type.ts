import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType, Node } from '../../../graphql/connections.js';
import { Period } from '../../../graphql/period.type.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { embedded, one, Reads, ref, type Row, Table, value } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { Perspective } from '../../people/person.enums.js';
import { Person } from '../../people/person.type.js';
import { AdvisorySeat } from '../seats/advisory-seat.type.js';
import { SeatAppointmentEntity } from '../advisory.entity.js';
import { nominatorIn, NOMINATORS } from './nominator.js';
import { ReappointmentHindrance, SeatEndReason } from '../advisory.enums.js';

const hindrance = (appointment: Row) =>
  sql`(select reappointment_hindrance(a) from seat_appointments a where a.id = ${appointment}.id)`;

@Table(SeatAppointmentEntity, {
  orders: {
    STARTED_ON: { by: (appointment) => sql`lower(${appointment}.period)`, type: 'date', direction: 'DESC' },
  },
  defaultOrder: 'STARTED_ON',
})
@ObjectType({
  implements: Node,
  description:
    'Dated period in which a person holds a seat. Person and seat never change. Visible to coordinators ' +
    'of the body’s region, its secretary and the person themselves.',
})
export class SeatAppointment extends Node {
  @Field(() => Int, { description: 'Increases by one with every change; pass it back as `expectedVersion`.' })
  version: number;

  @Reads(one('seat_id'))
  @Field(() => AdvisorySeat, { description: 'The seat.' })
  seat: AdvisorySeat;

  @Reads(one('person_id'))
  @Field(() => Person, { description: 'The holder.' })
  person: Person;

  @Field(() => Perspective, { description: 'As what they hold it; who sits in a body is counted by it.' })
  perspective: keyof typeof Perspective;

  @Reads(embedded((appointment) => sql`${appointment}.period`))
  @Field(() => Period, {
    description:
      'First and last day; open-ended while they may stay on after their term until they are replaced.',
  })
  period: Period;

  @Field(() => DateScalar, {
    description: 'Last day of the term; after it they can only stay on until they are replaced.',
  })
  latestEnd: PlainDate;

  @Field(() => Int, {
    description: 'Number of this term among their consecutive terms in this body, from 1.',
  })
  termNumber: number;

  @Field(() => SeatEndReason, { nullable: true, description: 'Why it ends; null while no end is known.' })
  endReason: keyof typeof SeatEndReason | null;

  @Reads(ref(nominatorIn, NOMINATORS))
  @Field(() => Node, {
    nullable: true,
    description:
      'The Organisation, AdvisoryBody or Oudernetwerk that nominated them; null if none is named or it is hidden ' +
      'from you.',
  })
  nominator: Node | null;

  @Reads(one('replaces_id'))
  @Field(() => SeatAppointment, {
    nullable: true,
    description:
      'The appointment whose unfinished term this one serves; null if there is none or it is hidden from ' +
      'you.',
  })
  replaces: SeatAppointment | null;

  @Reads(value((appointment) => sql`${hindrance(appointment)} is null`))
  @Field({
    description: 'Whether they may be appointed for another term after this one, by today’s rules.',
  })
  mayBeReappointed: boolean;

  @Reads(value(hindrance))
  @Field(() => ReappointmentHindrance, {
    nullable: true,
    description: 'Why they may not be appointed for another term after this one; null if they may.',
  })
  reappointmentHindrance: keyof typeof ReappointmentHindrance | null;
}

export const SeatAppointmentConnection = connectionType('SeatAppointment', () => SeatAppointment);
