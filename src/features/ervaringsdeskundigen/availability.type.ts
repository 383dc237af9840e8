import { Field, Int, ObjectType } from 'type-graphql';
import { Reads, value } from '../../reads/mapping.js';
import { sql } from '../../reads/sql.js';
import { DayPart } from '../people/person.enums.js';
import { MeetingForm } from './ervaringsdeskundige.enums.js';

@ObjectType({ description: 'When and how an ervaringsdeskundige can take part.' })
export class Availability {
  @Reads(value((profile) => sql`${profile}.hours_per_month`))
  @Field(() => Int, { nullable: true, description: 'Hours a month; null = not said.' })
  hoursPerMonth: number | null;

  @Reads(value((profile) => sql`${profile}.day_parts`))
  @Field(() => [DayPart], { description: 'When; empty = not said.' })
  dayParts: (keyof typeof DayPart)[];

  @Reads(value((profile) => sql`${profile}.meeting_forms`))
  @Field(() => [MeetingForm], { description: 'How; empty = not said.' })
  meetingForms: (keyof typeof MeetingForm)[];
}
