import { Field, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { Reads, value } from '../../../reads/mapping.js';
import { raw, sql } from '../../../reads/sql.js';

/** A column of the row that the field was made of. */
const column = (name: string) => Reads(value((row) => sql`${row}.${raw(name)}`));

@ObjectType({
  description:
    'How many networks of a region and those below it are how safe today: networks that you see and that have not ended.',
})
export class RegionContinuity {
  @column('total')
  @Field(() => Int, { description: 'All of them.' })
  total: number;

  @column('stable')
  @Field(() => Int, { description: 'Nothing to mind.' })
  stable: number;

  @column('attention')
  @Field(() => Int, { description: 'Something to keep an eye on.' })
  attention: number;

  @column('at_risk')
  @Field(() => Int, { description: 'They will fail when nothing is done.' })
  atRisk: number;

  @column('critical')
  @Field(() => Int, { description: 'They need somebody now.' })
  critical: number;

  @column('unknown')
  @Field(() => Int, { description: 'Of which you see only the outline.' })
  unknown: number;
}

@ObjectType({
  description:
    'Which trekkers of today are expected to stop in a school year, in a region and those below it: of networks that you see from inside.',
})
export class SchoolYearDepartures {
  @column('school_year')
  @Field({ description: 'For example `2026-2027`.' })
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
      'Trekkerschappen of today whose expected end is in this year; a parent who leads two networks counts in each. Those whose expected end has passed are in the first year.',
  })
  trekkers: number;

  @column('child_leaves_school')
  @Field(() => Int, { description: 'Of these, how many because the last child leaves school.' })
  childLeavesSchool: number;

  @column('networks')
  @Field(() => Int, { description: 'How many different networks these lead.' })
  networks: number;

  @column('left_without')
  @Field(() => Int, {
    description:
      'Networks with a trekker today that have nobody left then: the last expected end of all who lead or will lead them is in this year.',
  })
  networksLeftWithoutTrekker: number;
}
