import { Field, Int, ObjectType } from 'type-graphql';
import { connectionType, Node } from '../../../graphql/connections.js';
import { Period } from '../../../graphql/period.type.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { embedded, one, Reads, type Row, Table, value } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { Organisation } from '../../organisations/organisation.type.js';
import { Person } from '../../people/person.type.js';
import { AdvisorySeat } from '../seats/advisory-seat.type.js';
import { SeatAppointmentEntity } from '../advisory.entity.js';
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
    'The dated time in which a person holds a seat. For coordinators of the region of the body, its secretary and the ' +
    'person themselves. Person and seat never change.',
})
export class SeatAppointment extends Node {
  @Field(() => Int, { description: 'Goes up by one with every change; give it back as `expectedVersion`.' })
  version: number;

  @Reads(one('seat_id'))
  @Field(() => AdvisorySeat, { description: 'The seat.' })
  seat: AdvisorySeat;

  @Reads(one('person_id'))
  @Field(() => Person, { description: 'Who holds it.' })
  person: Person;

  @Reads(embedded((appointment) => sql`${appointment}.period`))
  @Field(() => Period, {
    description: 'First and last day; open while they may stay on after their term until they are replaced.',
  })
  period: Period;

  @Field(() => DateScalar, { description: 'Last day of the term; after it they only stay on.' })
  latestEnd: PlainDate;

  @Field(() => Int, { description: 'Which term in a row in this body this is for them, from 1.' })
  termNumber: number;

  @Field(() => SeatEndReason, { nullable: true, description: 'Why it ends; null while no end is known.' })
  endReason: keyof typeof SeatEndReason | null;

  @Reads(one('nominated_by_id'))
  @Field(() => Organisation, { nullable: true, description: 'Who nominated them; null = nobody named.' })
  nominatedBy: Organisation | null;

  @Reads(one('replaces_id'))
  @Field(() => SeatAppointment, {
    nullable: true,
    description: 'The appointment whose unfinished term this one serves; null = none, or hidden from you.',
  })
  replaces: SeatAppointment | null;

  @Reads(value((appointment) => sql`${hindrance(appointment)} is null`))
  @Field({
    description: 'Whether they may be appointed for another term after this one, by the rules of today.',
  })
  mayBeReappointed: boolean;

  @Reads(value(hindrance))
  @Field(() => ReappointmentHindrance, {
    nullable: true,
    description: 'Why they may not be appointed for another term after this one; null = they may.',
  })
  reappointmentHindrance: keyof typeof ReappointmentHindrance | null;
}

export const SeatAppointmentConnection = connectionType('SeatAppointment', () => SeatAppointment);
