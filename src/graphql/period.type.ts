import { Field, InputType, ObjectType } from 'type-graphql';
import { NeverCleared } from './never-cleared.js';
import type { PlainDate } from '../kernel/clock.js';
import { Reads, value } from '../reads/mapping.js';
import { sql } from '../reads/sql.js';
import { DateScalar } from './scalars.js';

/** Read from a daterange, which is half-open in the database. */
@ObjectType({ description: 'A range of calendar days, inclusive at both ends.' })
export class Period {
  @Reads(value((range) => sql`lower(${range})`))
  @Field(() => DateScalar, { description: 'First day.' })
  from: PlainDate;

  @Reads(value((range) => sql`upper(${range}) - 1`))
  @Field(() => DateScalar, { nullable: true, description: 'Last day; null if open-ended.' })
  until: PlainDate | null;
}

@InputType({ description: 'A range of calendar days, inclusive at both ends.' })
export class PeriodInput {
  @Field(() => DateScalar, { description: 'First day.' })
  from: PlainDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day; null or omitted for an open-ended period.',
  })
  until?: PlainDate | null;
}

@InputType({ description: 'Changes to a range of calendar days. An omitted day is kept; null clears it.' })
export class PeriodPatch {
  @NeverCleared(() => DateScalar, 'First day')
  from?: PlainDate;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null for an open-ended period.' })
  until?: PlainDate | null;
}
