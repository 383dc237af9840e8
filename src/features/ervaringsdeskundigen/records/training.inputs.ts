import { Field, ID, InputType } from 'type-graphql';
import { MutationInput, VersionedInput } from '../../../writes/mutation-input.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';

@InputType({ description: 'That an ervaringsdeskundige completed a training.' })
export class TrainingRecordInput extends MutationInput {
  @Field(() => ID, { description: 'Who completed it.' })
  ervaringsdeskundigeId: string;

  @Field({ description: 'Title, 1 to 200 characters. A seat that asks for it means this very title.' })
  title: string;

  @Field({ description: 'Who gave it, 1 to 200 characters.' })
  issuer: string;

  @Field(() => DateScalar, { description: 'Day on which it was completed, not in the future.' })
  completedOn: PlainDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Its last day, at most 50 years from today; left out = it stays valid.',
  })
  validUntil?: PlainDate | null;
}

@InputType({ description: 'What to correct of a training: left out = keep, null = clear.' })
export class TrainingPatch {
  @Field(() => String, { nullable: true, description: 'Title; cannot be cleared.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Who gave it; cannot be cleared.' })
  issuer?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was completed; cannot be cleared.',
  })
  completedOn?: PlainDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'Its last day; null = it stays valid.' })
  validUntil?: PlainDate | null;
}

@InputType({ description: 'That a training was recorded wrongly.' })
export class TrainingCorrectInput extends VersionedInput {
  @Field(() => ID, { description: 'The training.' })
  id: string;

  @Field(() => TrainingPatch, { description: 'What to correct.' })
  patch: TrainingPatch;
}

@InputType({ description: 'That a training was recorded but never completed.' })
export class TrainingRemoveInput extends VersionedInput {
  @Field(() => ID, { description: 'The training.' })
  id: string;
}
