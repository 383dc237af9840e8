import { Field, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { AdvisorySeat } from '../seats/advisory-seat.type.js';
import type { RetirementWarningCode } from './retirement-schedule.js';
import { SeatAppointment } from '../appointments/seat-appointment.type.js';

const WarningCode = describedEnum('RetirementWarningCode', 'Kinds of warning about a year.', {
  TOO_MANY_LEAVE: 'A larger share of the seats falls open than the body’s rules allow in one year.',
  VACANT_TOO_LONG: 'Seats have been vacant for longer than the body’s rules allow.',
  CARRIED_OVER: 'Holders stay on although their term is over.',
  NO_REAPPOINTMENT: 'A holder whose term ends cannot be reappointed, and no successor has been appointed.',
} satisfies Record<RetirementWarningCode, string>);

@ObjectType({
  description: 'A term that ends in a year without a reappointment.',
})
class Retirement {
  @Field(() => SeatAppointment, { description: 'The appointment that ends.' })
  appointment: SeatAppointment;

  @Field(() => AdvisorySeat, { description: 'The seat.' })
  seat: AdvisorySeat;

  @Field(() => DateScalar, {
    description: 'Last day as recorded, else the last day of the term.',
  })
  endsOn: PlainDate;

  @Field(() => Int, {
    description: 'Number of this term among the holder’s consecutive terms in this body, from 1.',
  })
  termNumber: number;

  @Field({ description: 'Whether the holder may be appointed for another term after it, by today’s rules.' })
  mayBeReappointed: boolean;

  @Field({ description: 'Whether the holder stays on after that day until they are replaced.' })
  carriesOver: boolean;
}

@ObjectType({ description: 'A warning about a year.' })
class RetirementWarning {
  @Field(() => WarningCode, { description: 'Stable code; branch on this, not on the message.' })
  code: RetirementWarningCode;

  @Field({ description: 'A sentence in the viewer’s language.' })
  message: string;

  @Field(() => [AdvisorySeat], { description: 'The seats concerned, by title.' })
  seats: AdvisorySeat[];
}

@ObjectType({ description: 'One calendar year of a rooster van aftreden.' })
export class RetirementYear {
  @Field(() => Int, { description: 'The year.' })
  year: number;

  @Field(() => [Retirement], {
    description: 'Terms that end in it, by last day; terms followed by a reappointment are not included.',
  })
  leaving: Retirement[];

  @Field(() => [AdvisorySeat], {
    description: 'Seats vacant on its last day (for the current year: today), by title.',
  })
  vacancies: AdvisorySeat[];

  @Field(() => Int, {
    description: 'Percentage of the year’s seats that fall open in it, 0 to 100, rounded.',
  })
  leavingShare: number;

  @Field(() => [RetirementWarning], {
    description: 'Warnings; about vacancies and holders who stay on only up to the current year.',
  })
  warnings: RetirementWarning[];
}
