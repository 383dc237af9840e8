import { Field, ID, InputType, Int } from 'type-graphql';
import { NeverCleared } from '../../../graphql/never-cleared.js';
import { MutationInput, VersionedInput } from '../../../writes/mutation-input.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { Level } from '../../ervaringsdeskundigen/ervaringsdeskundige.enums.js';
import { Domain } from '../../organisations/organisation.type.js';
import { DayPart, Perspective } from '../../people/person.enums.js';
import { RequirementStrength } from '../advisory.enums.js';

@InputType({ description: 'One requirement of a seat. Set exactly one of the fields other than `strength`.' })
export class SeatRequirementInput {
  @Field(() => RequirementStrength, { description: 'How much it weighs.' })
  strength: keyof typeof RequirementStrength;

  @Field(() => ID, { nullable: true, description: 'Has experience with this theme.' })
  themeId?: string | null;

  @Field(() => Domain, { nullable: true, description: 'Has experience in this field of work.' })
  domain?: keyof typeof Domain | null;

  @Field(() => Level, { nullable: true, description: 'Works at this level.' })
  level?: keyof typeof Level | null;

  @Field(() => ID, { nullable: true, description: 'Lives in this region or a region below it.' })
  regionId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Speaks this language; a code such as `nl` or `tig`.',
  })
  language?: string | null;

  @Field(() => DayPart, { nullable: true, description: 'Available in this part of the week.' })
  dayPart?: keyof typeof DayPart | null;

  @Field(() => String, {
    nullable: true,
    description: 'Completed a training with this title that is still valid; at most 200 characters.',
  })
  training?: string | null;

  @Field(() => Perspective, {
    nullable: true,
    description: 'Can hold it as this: a seat for parents, for young people or for professionals.',
  })
  perspective?: keyof typeof Perspective | null;
}

@InputType({ description: 'Creates a seat in a body.' })
export class AdvisorySeatCreateInput extends MutationInput {
  @Field(() => ID, { description: 'The body.' })
  bodyId: string;

  @Field({ description: 'Title, 1 to 200 characters.' })
  title: string;

  @Field(() => String, {
    nullable: true,
    description: 'Group on whose behalf the holder speaks, at most 500 characters.',
  })
  constituency?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it exists, from 1990 and at most ten years ahead; defaults to today.',
  })
  openedOn?: PlainDate | null;

  @Field(() => [SeatRequirementInput], {
    defaultValue: [],
    description: 'What the seat requires; at most 50 requirements.',
  })
  requirements: SeatRequirementInput[];
}

@InputType({ description: 'Creates seats in a body that differ by a number behind their title only.' })
export class AdvisorySeatsCreateInput extends AdvisorySeatCreateInput {
  @Field(() => Int, { description: 'How many seats, 1 to 25.' })
  count: number;
}

@InputType({ description: 'Changes to a seat. An omitted field is kept; null clears it.' })
export class AdvisorySeatPatch {
  @NeverCleared(() => String, 'Title, 1 to 200 characters')
  title?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Group on whose behalf the holder speaks, at most 500 characters.',
  })
  constituency?: string | null;

  @NeverCleared(() => DateScalar, 'First day on which it exists, not after the first day of any appointment')
  openedOn?: PlainDate;

  @Field(() => [SeatRequirementInput], {
    nullable: true,
    description: 'What the seat requires, at most 50 requirements; replaces the whole list.',
  })
  requirements?: SeatRequirementInput[] | null;
}

@InputType({ description: 'Changes a seat.' })
export class AdvisorySeatUpdateInput extends VersionedInput {
  @Field(() => ID, { description: 'The seat.' })
  id: string;

  @Field(() => AdvisorySeatPatch, { description: 'The changes.' })
  patch: AdvisorySeatPatch;
}
