import { Arg, Args, FieldResolver, Resolver } from 'type-graphql';
import { ForwardPage } from '../../graphql/connections.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { dayAsked } from '../../reads/argument.js';
import {
  connection,
  type ConnectionRead,
  one,
  oneWhere,
  readByEngine,
  Reads,
  type Row,
  value,
} from '../../reads/mapping.js';
import { allOf, type Sql, sql, viewerDay } from '../../reads/sql.js';
import { Perspective } from '../people/person.enums.js';
import { Person } from '../people/person.type.js';
import { AdvisoryBody } from './bodies/advisory-body.type.js';
import { AdvisorySeat } from './seats/advisory-seat.type.js';
import { SeatStatus } from './advisory.enums.js';
import { AdvisorySeatConnection, SeatsOfBodyPage } from './advisory.lists.js';
import { SeatInvitation } from './invitations/seat-invitation.type.js';
import { seatStatus } from './seats/seat-status.js';
import { SeatAppointment, SeatAppointmentConnection } from './appointments/seat-appointment.type.js';

const onDescription = { nullable: true, description: 'Reference day; defaults to today.' };

/** A list of seats, with the part of its filter that depends on a day. */
export function seatsWhere(ofParent?: (parent: Row, seat: Row) => Sql): Omit<ConnectionRead, 'kind'> {
  return {
    where: (parent, seat, { filter }) => {
      const statuses = filter?.field('status');
      const on = dayAsked(filter?.field('on'));
      return allOf([
        ...(ofParent ? [ofParent(parent, seat)] : []),
        ...(statuses
          ? [sql`${seatStatus(seat, on, statuses.value as string[])} = any (${statuses.codes()})`]
          : []),
      ]);
    },
    ownFilters: ['status', 'on'],
  };
}

@Resolver(() => AdvisoryBody)
export class AdvisoryBodyFields {
  @Reads(
    connection({
      where: (body, appointment, { on, perspective }) =>
        allOf([
          sql`${appointment}.body_id = ${body}.id and ${appointment}.period @> ${dayAsked(on)}::date`,
          ...(perspective ? [sql`${appointment}.perspective = ${perspective.code()}`] : []),
        ]),
    }),
  )
  @FieldResolver(() => SeatAppointmentConnection, {
    description:
      'Appointments that hold a seat of it on a given day, limited to those visible to you; latest start first. ' +
      '`totalCount` with a perspective counts those who sit there as that: parents, young people and ' +
      'professionals are never added up.',
  })
  holders(
    @Args(() => ForwardPage) _page: ForwardPage,
    @Arg('on', () => DateScalar, onDescription) _on?: PlainDate,
    @Arg('perspective', () => Perspective, {
      nullable: true,
      description: 'Only those who hold their seat as this.',
    })
    _perspective?: keyof typeof Perspective,
  ): InstanceType<typeof SeatAppointmentConnection> {
    return readByEngine();
  }

  @Reads(connection(seatsWhere((body, seat) => sql`${seat}.body_id = ${body}.id`)))
  @FieldResolver(() => AdvisorySeatConnection, {
    description: 'Its seats, limited to those visible to you, by title.',
  })
  seats(@Args(() => SeatsOfBodyPage) _page: SeatsOfBodyPage): InstanceType<typeof AdvisorySeatConnection> {
    return readByEngine();
  }
}

@Resolver(() => AdvisorySeat)
export class AdvisorySeatFields {
  @Reads(value((seat, { on }) => seatStatus(seat, dayAsked(on))))
  @FieldResolver(() => SeatStatus, { description: 'Status on a given day.' })
  status(@Arg('on', () => DateScalar, onDescription) _on?: PlainDate): keyof typeof SeatStatus {
    return readByEngine();
  }

  @Reads(
    oneWhere(
      (seat, appointment, { on }) =>
        sql`${appointment}.seat_id = ${seat}.id and ${appointment}.period @> ${dayAsked(on)}::date`,
    ),
  )
  @FieldResolver(() => SeatAppointment, {
    nullable: true,
    description:
      'The appointment that holds the seat on a given day; null if there is none or it is hidden from you.',
  })
  holder(@Arg('on', () => DateScalar, onDescription) _on?: PlainDate): SeatAppointment | null {
    return readByEngine();
  }

  @Reads(
    oneWhere(
      (seat, appointment) =>
        sql`${appointment}.seat_id = ${seat}.id and lower(${appointment}.period) > ${viewerDay}::date`,
      (appointment) => sql`lower(${appointment}.period)`,
    ),
  )
  @FieldResolver(() => SeatAppointment, {
    nullable: true,
    description:
      'The first appointment that has yet to begin; null if there is none or it is hidden from you.',
  })
  next(): SeatAppointment | null {
    return readByEngine();
  }

  @Reads(connection({ where: (seat, appointment) => sql`${appointment}.seat_id = ${seat}.id` }))
  @FieldResolver(() => SeatAppointmentConnection, {
    description:
      'Past, current and future appointments, limited to those visible to you; latest start first.',
  })
  appointments(@Args(() => ForwardPage) _page: ForwardPage): InstanceType<typeof SeatAppointmentConnection> {
    return readByEngine();
  }
}

@Resolver(() => SeatAppointment)
export class SeatAppointmentFields {
  @Reads(
    value((appointment, { on }) => {
      const asked = dayAsked(on);
      return sql`(${appointment}.period @> ${asked}::date and ${appointment}.latest_end < ${asked}::date)`;
    }),
  )
  @FieldResolver(() => Boolean, {
    description: 'Whether on a given day they stay on after their term until they are replaced.',
  })
  carriesOver(@Arg('on', () => DateScalar, onDescription) _on?: PlainDate): boolean {
    return readByEngine();
  }
}

@Resolver(() => SeatInvitation)
export class SeatInvitationFields {
  @Reads(one('former_appointment_id'))
  @FieldResolver(() => SeatAppointment, {
    nullable: true,
    description: 'The appointment of the former member who was invited; null for others.',
  })
  formerAppointment(): SeatAppointment | null {
    return readByEngine();
  }
}

@Resolver(() => Person)
export class PersonSeatAppointments {
  @Reads(connection({ where: (person, appointment) => sql`${appointment}.person_id = ${person}.id` }))
  @FieldResolver(() => SeatAppointmentConnection, {
    description:
      'Past, current and future appointments to seats, limited to those visible to you; latest start first.',
  })
  seatAppointments(
    @Args(() => ForwardPage) _page: ForwardPage,
  ): InstanceType<typeof SeatAppointmentConnection> {
    return readByEngine();
  }
}
