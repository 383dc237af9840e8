import { Field, InputType, ObjectType } from 'type-graphql';
import type { PlainDate } from '../kernel/clock.js';
import { Reads, value } from '../reads/mapping.js';
import { sql } from '../reads/sql.js';
import { DateScalar } from './scalars.js';

/** Read from a daterange, which is half-open in the database. */
@ObjectType({ description: 'Calendar days, inclusive on both ends.' })
export class Period {
  @Reads(value((range) => sql`lower(${range})`))
  @Field(() => DateScalar, { description: 'First day.' })
  from: PlainDate;

  @Reads(value((range) => sql`upper(${range}) - 1`))
  @Field(() => DateScalar, { nullable: true, description: 'Last day; null = open.' })
  until: PlainDate | null;
}

@InputType({ description: 'Calendar days, inclusive on both ends.' })
export class PeriodInput {
  @Field(() => DateScalar, { description: 'First day.' })
  from: PlainDate;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null or left out = open.' })
  until?: PlainDate | null;
}
