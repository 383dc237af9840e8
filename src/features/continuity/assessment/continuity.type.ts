import { Field, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../../../graphql/connections.js';
import { DateScalar, DateTimeScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { many, Reads, Table, value } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { ContinuityBand } from '../../oudernetwerken/oudernetwerk.enums.js';
import { Confidence } from '../../people/person.enums.js';
import { ContinuityEntity, ExpectedEndEntity } from '../continuity.entity.js';
import { ContinuityFinding } from '../../worklist/finding.type.js';

const ExpectedEndDriver = describedEnum('ExpectedEndDriver', 'What an expected end is based on.', {
  RECORDED: 'An end has been recorded.',
  PLANNED: 'The trekker announced it.',
  CHILD_LEAVES_SCHOOL: 'The last child leaves a school that the network is concerned with.',
  TERM_LIMIT: 'The term limit of the region or network.',
  TENURE_GUIDELINE: 'The guideline for the length of a tenure.',
});

@Table(ExpectedEndEntity, { identified: false })
@ObjectType({
  description:
    'When a trekkerschap is expected to end: the earliest of planned end, school exit, term limit and tenure guideline.',
})
export class ExpectedEnd {
  @Field(() => DateScalar, {
    description: 'Expected last day. It may be in the past while they still lead.',
  })
  on: PlainDate;

  @Field(() => DateScalar, { description: 'Earliest possible last day, if it is based on a range.' })
  earliest: PlainDate;

  @Field(() => DateScalar, { description: 'Latest possible last day.' })
  latest: PlainDate;

  @Field(() => ExpectedEndDriver, { description: 'What the date is based on.' })
  driver: keyof typeof ExpectedEndDriver;

  @Field(() => Confidence, { description: 'How reliable the date is.' })
  confidence: keyof typeof Confidence;
}

@Table(ContinuityEntity, { identified: false })
@ObjectType({
  description:
    'How secure a network’s future is, and why. It is an assessment of the network, never of a parent.',
})
export class Continuity {
  @Field(() => ContinuityBand, { description: 'The band of the most severe finding.' })
  band: keyof typeof ContinuityBand;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day on which a trekker or an agreed successor is expected to lead; null if there is nobody, or ' +
      'if this is hidden from you.',
  })
  securedUntil: PlainDate | null;

  @Reads(
    many({
      where: (continuity, finding) => sql`${finding}.subject_id = ${continuity}.oudernetwerk_id`,
      orderBy: (finding) => sql`${finding}.severity desc, ${finding}.code`,
    }),
  )
  @Field(() => [ContinuityFinding], { description: 'The reasons; most severe first.' })
  findings: ContinuityFinding[];

  @Reads(
    value(
      (continuity) =>
        sql`to_char(${continuity}.computed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
    ),
  )
  @Field(() => DateTimeScalar, { description: 'When the assessment was made.' })
  computedAt: string;

  @Field(() => Int, { description: 'Version of the assessment rules.' })
  ruleVersion: number;
}
