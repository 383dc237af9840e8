import { Arg, Query, Resolver } from 'type-graphql';
import { many, readByEngine, Reads } from '../../../reads/mapping.js';
import { allOf, sql } from '../../../reads/sql.js';
import { HolidayRegion } from './school-holiday.enums.js';
import { SchoolHoliday } from './school-holiday.type.js';

@Resolver()
export class SchoolHolidayQueries {
  @Reads(
    many({
      where: (_row, holiday, { holidayRegion, schoolYear }) =>
        allOf([
          ...(holidayRegion ? [sql`${holiday}.holiday_region = ${holidayRegion.code()}`] : []),
          ...(schoolYear ? [sql`${holiday}.school_year = ${schoolYear.parameter}::text`] : []),
        ]),
      orderBy: (holiday) => sql`lower(${holiday}.period), ${holiday}.holiday_region, ${holiday}.id`,
    }),
  )
  @Query(() => [SchoolHoliday], {
    description:
      'The school holidays that are known, first things first; in years without any, July and August count.',
  })
  schoolHolidays(
    @Arg('holidayRegion', () => HolidayRegion, { nullable: true, description: 'Of one holiday region.' })
    _holidayRegion?: keyof typeof HolidayRegion,
    @Arg('schoolYear', () => String, {
      nullable: true,
      description: 'Of one school year, for example `2026-2027`.',
    })
    _schoolYear?: string,
  ): SchoolHoliday[] {
    return readByEngine();
  }
}
