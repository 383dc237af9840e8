import { Field, FieldResolver, Int, ObjectType, Resolver } from 'type-graphql';
import { Node } from '../../../graphql/connections.js';
import { Period } from '../../../graphql/period.type.js';
import { embedded, readByEngine, Reads, Table } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { Municipality } from '../region.type.js';
import { HolidayRegion, SchoolHolidayKind } from './school-holiday.enums.js';
import { SchoolHolidayEntity } from './school-holiday.entity.js';

@Table(SchoolHolidayEntity)
@ObjectType({
  implements: Node,
  description: 'Days on which schools are closed in one holiday region. Reminders to volunteers rest then.',
})
export class SchoolHoliday extends Node {
  @Field(() => Int, { description: 'Increases by one with every change; pass it back as `expectedVersion`.' })
  version: number;

  @Field({ description: 'School year, for example `2026-2027`.' })
  schoolYear: string;

  @Field(() => SchoolHolidayKind, { description: 'Which holiday.' })
  kind: keyof typeof SchoolHolidayKind;

  @Field(() => HolidayRegion, { description: 'Where.' })
  holidayRegion: keyof typeof HolidayRegion;

  @Reads(embedded((holiday) => sql`${holiday}.period`))
  @Field(() => Period, { description: 'First and last day, weekends included.' })
  period: Period;
}

@Resolver(() => Municipality)
export class MunicipalityHolidays {
  @FieldResolver(() => HolidayRegion, {
    nullable: true,
    description: 'The holiday region of its schools; null if not known.',
  })
  holidayRegion(): keyof typeof HolidayRegion | null {
    return readByEngine();
  }
}
