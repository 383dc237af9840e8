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

const ExpectedEndDriver = describedEnum(
  'ExpectedEndDriver',
  'What says when a trekkerschap is expected to end.',
  {
    RECORDED: 'An end is on record.',
    PLANNED: 'The trekker said so.',
    CHILD_LEAVES_SCHOOL: 'The last child leaves a school that the network is about.',
    TERM_LIMIT: 'The longest term that the region or network allows.',
    TENURE_GUIDELINE: 'How long a trekker goes on, as a rule of thumb.',
  },
);

@Table(ExpectedEndEntity, { identified: false })
@ObjectType({
  description:
    'When a trekkerschap is expected to end: the earliest of planned end, school exit, term limit and tenure guideline.',
})
export class ExpectedEnd {
  @Field(() => DateScalar, {
    description: 'Last day, as expected. It may have passed while they still lead.',
  })
  on: PlainDate;

  @Field(() => DateScalar, { description: 'Earliest last day, when what it rests on is a range.' })
  earliest: PlainDate;

  @Field(() => DateScalar, { description: 'Latest last day.' })
  latest: PlainDate;

  @Field(() => ExpectedEndDriver, { description: 'What it rests on.' })
  driver: keyof typeof ExpectedEndDriver;

  @Field(() => Confidence, { description: 'How far it can be relied on.' })
  confidence: keyof typeof Confidence;
}

@Table(ContinuityEntity, { identified: false })
@ObjectType({ description: 'How safe a network is, and why. It judges the network, never a parent.' })
export class Continuity {
  @Field(() => ContinuityBand, { description: 'As bad as the worst finding.' })
  band: keyof typeof ContinuityBand;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day on which a trekker or an agreed successor is expected to be there; null = nobody is, or not known to you.',
  })
  securedUntil: PlainDate | null;

  @Reads(
    many({
      where: (continuity, finding) => sql`${finding}.subject_id = ${continuity}.oudernetwerk_id`,
      orderBy: (finding) => sql`${finding}.severity desc, ${finding}.code`,
    }),
  )
  @Field(() => [ContinuityFinding], { description: 'Why; worst first.' })
  findings: ContinuityFinding[];

  @Reads(
    value(
      (continuity) =>
        sql`to_char(${continuity}.computed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
    ),
  )
  @Field(() => DateTimeScalar, { description: 'When it was judged.' })
  computedAt: string;

  @Field(() => Int, { description: 'Which version of the rules judged it.' })
  ruleVersion: number;
}
