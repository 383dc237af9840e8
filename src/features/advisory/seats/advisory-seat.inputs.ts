import { Field, ID, InputType } from 'type-graphql';
import { MutationInput, VersionedInput } from '../../../writes/mutation-input.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { Level } from '../../ervaringsdeskundigen/ervaringsdeskundige.enums.js';
import { Domain } from '../../organisations/organisation.type.js';
import { DayPart } from '../../people/person.enums.js';
import { RequirementStrength } from '../advisory.enums.js';

@InputType({ description: 'One thing that a seat asks: exactly one of the fields beside `strength`.' })
export class SeatRequirementInput {
  @Field(() => RequirementStrength, { description: 'How much it weighs.' })
  strength: keyof typeof RequirementStrength;

  @Field(() => ID, { nullable: true, description: 'Experience with this theme.' })
  themeId?: string | null;

  @Field(() => Domain, { nullable: true, description: 'Experience in this field of work.' })
  domain?: keyof typeof Domain | null;

  @Field(() => Level, { nullable: true, description: 'Working at this level.' })
  level?: keyof typeof Level | null;

  @Field(() => ID, { nullable: true, description: 'Living in this region or one below it.' })
  regionId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Speaking this language; a code such as `nl` or `tig`.',
  })
  language?: string | null;

  @Field(() => DayPart, { nullable: true, description: 'Having time at this part of the day.' })
  dayPart?: keyof typeof DayPart | null;

  @Field(() => String, {
    nullable: true,
    description: 'Having done a training with this title that is still valid; at most 200 characters.',
  })
  training?: string | null;
}

@InputType({ description: 'A new seat of a body.' })
export class AdvisorySeatCreateInput extends MutationInput {
  @Field(() => ID, { description: 'The body.' })
  bodyId: string;

  @Field({ description: 'What it is called, 1 to 200 characters.' })
  title: string;

  @Field(() => String, {
    nullable: true,
    description: 'For whom who holds it speaks, at most 500 characters.',
  })
  constituency?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day it is there, from 1990 and at most ten years ahead; today when left out.',
  })
  openedOn?: PlainDate | null;

  @Field(() => [SeatRequirementInput], { defaultValue: [], description: 'What it asks, at most 50 things.' })
  requirements: SeatRequirementInput[];
}

@InputType({ description: 'What to change of a seat: left out = keep, null = clear.' })
export class AdvisorySeatPatch {
  @Field(() => String, {
    nullable: true,
    description: 'What it is called, 1 to 200 characters; cannot be cleared.',
  })
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'For whom who holds it speaks, at most 500 characters.',
  })
  constituency?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day it is there, not after somebody starts in it; cannot be cleared.',
  })
  openedOn?: PlainDate | null;

  @Field(() => [SeatRequirementInput], { nullable: true, description: 'All it asks, at most 50 things.' })
  requirements?: SeatRequirementInput[] | null;
}

@InputType({ description: 'A change to a seat.' })
export class AdvisorySeatUpdateInput extends VersionedInput {
  @Field(() => ID, { description: 'The seat.' })
  id: string;

  @Field(() => AdvisorySeatPatch, { description: 'What to change.' })
  patch: AdvisorySeatPatch;
}

@InputType({ description: 'That a seat is no longer there.' })
export class AdvisorySeatAbolishInput extends VersionedInput {
  @Field(() => ID, { description: 'The seat; its abolition has not passed.' })
  id: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'First day it is no longer there, at most ten years ahead and after who started in it last; today when left out.',
  })
  on?: PlainDate | null;
}
