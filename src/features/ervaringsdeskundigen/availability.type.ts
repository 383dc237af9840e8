import { Field, Int, ObjectType } from 'type-graphql';
import { Reads, value } from '../../reads/mapping.js';
import { sql } from '../../reads/sql.js';
import { DayPart } from '../people/person.enums.js';
import { MeetingForm } from './ervaringsdeskundige.enums.js';

@ObjectType({ description: 'When and how an ervaringsdeskundige can take part.' })
export class Availability {
  @Reads(value((profile) => sql`${profile}.hours_per_month`))
  @Field(() => Int, { nullable: true, description: 'Hours per month; null if not stated.' })
  hoursPerMonth: number | null;

  @Reads(value((profile) => sql`${profile}.day_parts`))
  @Field(() => [DayPart], { description: 'Parts of the week; empty if not stated.' })
  dayParts: (keyof typeof DayPart)[];

  @Reads(value((profile) => sql`${profile}.meeting_forms`))
  @Field(() => [MeetingForm], { description: 'Forms of meeting; empty if not stated.' })
  meetingForms: (keyof typeof MeetingForm)[];
}
