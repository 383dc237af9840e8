import { Field, ID, InputType } from 'type-graphql';
import { NeverCleared } from '../../../graphql/never-cleared.js';
import { MutationInput } from '../../../writes/mutation-input.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { UndoReason, VersionedUndoInput } from '../../undo/undo.inputs.js';

@InputType({ description: 'Records a training that an ervaringsdeskundige completed.' })
export class TrainingRecordInput extends MutationInput {
  @Field(() => ID, { description: 'The ervaringsdeskundige.' })
  ervaringsdeskundigeId: string;

  @Field({
    description:
      'Title, 1 to 200 characters. A seat that requires a training is matched by exactly this title.',
  })
  title: string;

  @Field({ description: 'Organisation that gave it, 1 to 200 characters.' })
  issuer: string;

  @Field(() => DateScalar, { description: 'Day on which it was completed, not in the future.' })
  completedOn: PlainDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which it is valid, at most 50 years from today; omit it if it does not expire.',
  })
  validUntil?: PlainDate | null;
}

@InputType({ description: 'What a training really was. An omitted field is kept; null clears it.' })
export class TrainingPatch {
  @NeverCleared(() => String, 'Title')
  title?: string;

  @NeverCleared(() => String, 'Organisation that gave it')
  issuer?: string;

  @NeverCleared(() => DateScalar, 'Day on which it was completed')
  completedOn?: PlainDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day on which it is valid; null if it does not expire.',
  })
  validUntil?: PlainDate | null;
}

@InputType({ description: 'Annuls a training that was recorded but never completed.' })
export class TrainingAnnulInput extends VersionedUndoInput {
  @UndoReason()
  reason: string;
}

@InputType({ description: 'Corrects a training that was recorded incorrectly.' })
export class TrainingCorrectInput extends VersionedUndoInput {
  @UndoReason()
  reason: string;

  @Field(() => TrainingPatch, { description: 'What it really was.' })
  patch: TrainingPatch;
}
