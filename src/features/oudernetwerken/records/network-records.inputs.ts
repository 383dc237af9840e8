import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { MutationInput } from '../../../writes/mutation-input.js';
import { PeriodInput } from '../../../graphql/period.type.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { ActivityKind } from '../oudernetwerk.enums.js';

@InputType({ description: 'That an organisation takes care of a network.' })
export class CaretakershipStartInput extends MutationInput {
  @Field(() => ID, { description: 'The network; not an ended one.' })
  oudernetwerkId: string;

  @Field(() => ID, { description: 'The caretaker.' })
  organisationId: string;

  @Field(() => PeriodInput, { description: 'First and last day; without a last day until it is ended.' })
  period: PeriodInput;
}

@InputType({ description: 'That an appointed caretaker stops.' })
export class CaretakershipEndInput extends MutationInput {
  @Field(() => ID, { description: 'The caretakership; not a standby one.' })
  id: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; today when left out.' })
  on?: PlainDate | null;
}

@InputType({ description: 'That an organisation supports a network.' })
export class SupportStartInput extends MutationInput {
  @Field(() => ID, { description: 'The network; not an ended one.' })
  oudernetwerkId: string;

  @Field(() => ID, { description: 'Who supports.' })
  organisationId: string;

  @Field(() => Float, { nullable: true, description: 'Hours a month, 0 to 744; left out = not agreed.' })
  hoursPerMonth?: number | null;

  @Field(() => PeriodInput, { description: 'First and last day; without a last day until it is ended.' })
  period: PeriodInput;
}

@InputType({ description: 'That support ends.' })
export class SupportEndInput extends MutationInput {
  @Field(() => ID, { description: 'The support arrangement.' })
  id: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; today when left out.' })
  on?: PlainDate | null;
}

@InputType({ description: 'That a person joins a network.' })
export class MembershipStartInput extends MutationInput {
  @Field(() => ID, { description: 'The network; not an ended one.' })
  oudernetwerkId: string;

  @Field(() => ID, { description: 'Who joins.' })
  personId: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day; today when left out.' })
  from?: PlainDate | null;
}

@InputType({ description: 'That a person leaves a network.' })
export class MembershipEndInput extends MutationInput {
  @Field(() => ID, { description: 'The membership.' })
  id: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; today when left out.' })
  on?: PlainDate | null;
}

@InputType({ description: 'Something a network did.' })
export class ActivityRecordInput extends MutationInput {
  @Field(() => ID, { description: 'The network.' })
  oudernetwerkId: string;

  @Field(() => ActivityKind, { description: 'What sort of activity.' })
  kind: keyof typeof ActivityKind;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it took place, not in the future; today when left out.',
  })
  on?: PlainDate | null;

  @Field({ description: 'What it was, 1 to 200 characters, without personal data.' })
  title: string;

  @Field(() => Int, { nullable: true, description: 'How many people came, 0 to 10,000.' })
  attendance?: number | null;
}

@InputType({ description: 'What to correct of an activity: left out = keep, null = clear.' })
export class ActivityPatch {
  @Field(() => ActivityKind, { nullable: true, description: 'What sort; cannot be cleared.' })
  kind?: keyof typeof ActivityKind | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day on which it took place; cannot be cleared.' })
  on?: PlainDate | null;

  @Field(() => String, { nullable: true, description: 'What it was; cannot be cleared.' })
  title?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many people came; null = not counted.' })
  attendance?: number | null;
}

@InputType({ description: 'That an activity was recorded wrongly.' })
export class ActivityCorrectInput extends MutationInput {
  @Field(() => ID, { description: 'The activity.' })
  id: string;

  @Field(() => ActivityPatch, { description: 'What to correct.' })
  patch: ActivityPatch;
}

@InputType({ description: 'That an activity was recorded but never took place.' })
export class ActivityRemoveInput extends MutationInput {
  @Field(() => ID, { description: 'The activity.' })
  id: string;
}
