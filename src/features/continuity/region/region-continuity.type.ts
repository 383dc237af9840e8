import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { Reads, value } from '../../../reads/mapping.js';
import { raw, sql } from '../../../reads/sql.js';

/** A column of the row that the field is read from. */
const column = (name: string) => Reads(value((row) => sql`${row}.${raw(name)}`));

@ObjectType({
  description:
    'Number of networks in each band today, in a region and those below it; only networks that are ' +
    'visible to you and have not ended.',
})
export class RegionContinuity {
  @column('total')
  @Field(() => Int, { description: 'All of them.' })
  total: number;

  @column('stable')
  @Field(() => Int, { description: 'No findings.' })
  stable: number;

  @column('attention')
  @Field(() => Int, { description: 'Something needs attention.' })
  attention: number;

  @column('at_risk')
  @Field(() => Int, { description: 'Will fail if nothing is done.' })
  atRisk: number;

  @column('critical')
  @Field(() => Int, { description: 'Need help now.' })
  critical: number;

  @column('unknown')
  @Field(() => Int, { description: 'Networks of which you see only the outline.' })
  unknown: number;
}

@ObjectType({
  description:
    'Current trekkers who are expected to stop in a school year, in a region and those below it; only in ' +
    'networks of which you are an insider.',
})
export class SchoolYearDepartures {
  @column('school_year')
  @Field({ description: 'School year, for example `2026-2027`.' })
  schoolYear: string;

  @column('from_day')
  @Field(() => DateScalar, { description: 'First day, 1 August.' })
  from: PlainDate;

  @column('until_day')
  @Field(() => DateScalar, { description: 'Last day, 31 July.' })
  until: PlainDate;

  @column('trekkers')
  @Field(() => Int, {
    description:
      'Number of current trekkerschappen whose expected end is in this year; a parent who leads two ' +
      'networks counts twice. Expected ends in the past count in the first year.',
  })
  trekkers: number;

  @column('child_leaves_school')
  @Field(() => Int, { description: 'Number of these that stop because the last child leaves school.' })
  childLeavesSchool: number;

  @column('networks')
  @Field(() => Int, { description: 'Number of different networks that they lead.' })
  networks: number;

  @column('left_without')
  @Field(() => Int, {
    description:
      'Number of networks with a trekker today that will have nobody left: the last expected end of all ' +
      'current and future trekkers is in this year.',
  })
  networksLeftWithoutTrekker: number;
}
