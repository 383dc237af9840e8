import { Field, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { AdvisorySeat } from '../seats/advisory-seat.type.js';
import type { RetirementWarningCode } from './retirement-schedule.js';
import { SeatAppointment } from '../appointments/seat-appointment.type.js';

const WarningCode = describedEnum('RetirementWarningCode', 'What to mind in a year.', {
  TOO_MANY_LEAVE: 'More of the seats leave than the rules of the body allow in one year.',
  VACANT_TOO_LONG: 'Seats are vacant for longer than the rules of the body allow.',
  CARRIED_OVER: 'Holders stay on though their term is over.',
  NO_REAPPOINTMENT: 'Who leaves cannot have another term, and nobody is appointed to follow.',
} satisfies Record<RetirementWarningCode, string>);

@ObjectType({
  description: 'Somebody who leaves a seat in a year, unless they are appointed for another term.',
})
class Retirement {
  @Field(() => SeatAppointment, { description: 'The appointment that ends.' })
  appointment: SeatAppointment;

  @Field(() => AdvisorySeat, { description: 'The seat.' })
  seat: AdvisorySeat;

  @Field(() => DateScalar, {
    description: 'Last day as recorded; where none is, the last day of the term.',
  })
  endsOn: PlainDate;

  @Field(() => Int, { description: 'Which term in a row in this body it is for them, from 1.' })
  termNumber: number;

  @Field({ description: 'Whether they may be appointed for another term after it, by the rules of today.' })
  mayBeReappointed: boolean;

  @Field({ description: 'Whether they stay on after that day until they are replaced.' })
  carriesOver: boolean;
}

@ObjectType({ description: 'Something to mind in a year.' })
class RetirementWarning {
  @Field(() => WarningCode, { description: 'Stable; branch on this, not on the message.' })
  code: RetirementWarningCode;

  @Field({ description: 'A sentence in the language of the viewer.' })
  message: string;

  @Field(() => [AdvisorySeat], { description: 'The seats that it is about, by title.' })
  seats: AdvisorySeat[];
}

@ObjectType({ description: 'One calendar year of a rooster van aftreden.' })
export class RetirementYear {
  @Field(() => Int, { description: 'The year.' })
  year: number;

  @Field(() => [Retirement], {
    description: 'Who leaves in it, by last day; who was appointed for another term does not leave.',
  })
  leaving: Retirement[];

  @Field(() => [AdvisorySeat], {
    description: 'The seats that are vacant on its last day, in the current year today, by title.',
  })
  vacancies: AdvisorySeat[];

  @Field(() => Int, {
    description: 'How many percent of the seats of the year leave in it, 0 to 100, rounded.',
  })
  leavingShare: number;

  @Field(() => [RetirementWarning], {
    description: 'What to mind; vacancies and who stays on only up to the current year.',
  })
  warnings: RetirementWarning[];
}
