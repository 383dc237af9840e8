import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { embedded, one, Reads, Table, value } from '../../../reads/mapping.js';
import { sql, viewerDay } from '../../../reads/sql.js';
import { Organisation } from '../../organisations/organisation.type.js';
import { SchoolTieEntity } from '../person.entity.js';
import { Confidence, SchoolStage } from '../person.enums.js';

@ObjectType({
  description: 'When a child is expected to leave this school stage: 31 July of the last nominal year.',
})
export class ExpectedExit {
  @Reads(value((tie) => sql`${tie}.exit_earliest`))
  @Field(() => DateScalar, { description: 'Earliest day.' })
  earliest: PlainDate;

  @Reads(value((tie) => sql`${tie}.exit_latest`))
  @Field(() => DateScalar, { description: 'Latest day; equal to `earliest` if the length is fixed.' })
  latest: PlainDate;

  @Reads(
    value(
      (tie) => sql`case when ${tie}.confirmed_on + interval '12 months' < ${viewerDay}::date then 'LOW'
        when ${tie}.stated_exit is not null then 'HIGH'
        when ${tie}.exit_earliest <> ${tie}.exit_latest then 'MEDIUM'
        when ${tie}.stage in ('SBO', 'SO') then 'MEDIUM'
        else 'HIGH' end`,
    ),
  )
  @Field(() => Confidence, { description: 'How reliable the date is.' })
  confidence: keyof typeof Confidence;
}

@Table(SchoolTieEntity)
@ObjectType({
  implements: Node,
  description: 'A parent’s tie to a school stage through a child. Nothing is stored about the child itself.',
})
export class SchoolTie extends Node {
  @Field(() => Int, { description: 'Increases by one with every change.' })
  version: number;

  @Field(() => SchoolStage, { description: 'Type of education.' })
  stage: keyof typeof SchoolStage;

  @Field(() => Int, {
    nullable: true,
    description: 'Year of the stage in `schoolYear` (groep or klas); null if not known.',
  })
  yearLevel: number | null;

  @Reads(value((tie) => sql`${tie}.school_year_start || '-' || (${tie}.school_year_start + 1)`))
  @Field({
    description:
      'School year to which `yearLevel` applies, from 1 August to 31 July, for example `2026-2027`.',
  })
  schoolYear: string;

  @Reads(one('school_id'))
  @Field(() => Organisation, { nullable: true, description: 'The school; null if not stated.' })
  school: Organisation | null;

  @Field(() => DateScalar, {
    description: 'Day on which the parent last confirmed it; to be confirmed yearly.',
  })
  confirmedOn: PlainDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last school day as stated by the parent; null if not stated.',
  })
  statedExit: PlainDate | null;

  @Reads(
    embedded(
      (tie) => tie,
      (tie) => sql`${tie}.exit_latest is not null`,
    ),
  )
  @Field(() => ExpectedExit, {
    nullable: true,
    description: 'Expected last day in this stage; null if it cannot be known (VSO, PRO, no year level).',
  })
  expectedExit: ExpectedExit | null;
}
