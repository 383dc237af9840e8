import { Field, ID, InputType, Int } from 'type-graphql';
import { MutationInput } from '../../../writes/mutation-input.js';
import { ScheduleFormat } from '../advisory.enums.js';
import { FIRST_YEAR, LAST_YEAR, MOST_YEARS } from './retirement-schedule.js';

@InputType({ description: 'Exports a rooster van aftreden (retirement schedule) as a file.' })
export class RetirementScheduleExportInput extends MutationInput {
  @Field(() => ID, { description: 'The body.' })
  bodyId: string;

  @Field(() => ScheduleFormat, { description: 'File format.' })
  format: keyof typeof ScheduleFormat;

  @Field(() => Int, { description: `First year, ${FIRST_YEAR} to ${LAST_YEAR}.` })
  fromYear: number;

  @Field(() => Int, {
    description: `Last year, inclusive, at most ${LAST_YEAR}; at most ${MOST_YEARS} years in total.`,
  })
  toYear: number;
}
