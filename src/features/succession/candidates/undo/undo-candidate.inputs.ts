import { Extensions, Field, ID, InputType, Int } from 'type-graphql';
import { DateScalar } from '../../../../graphql/scalars.js';
import type { PlainDate } from '../../../../kernel/clock.js';
import { UndoReason, VersionedUndoInput } from '../../../undo/undo.inputs.js';
import { CandidateStage, Readiness } from '../../succession.enums.js';

@InputType({ description: 'Annuls a candidacy that never was.' })
export class CandidateAnnulInput extends VersionedUndoInput {
  @UndoReason()
  reason: string;
}

@InputType({ description: 'What a candidacy really was. An omitted field is kept.' })
export class CandidatePatch {
  @Field(() => ID, { nullable: true, description: 'The candidate; cannot be cleared.' })
  personId?: string | null;

  @Field(() => CandidateStage, {
    nullable: true,
    description: 'Stage of the conversation, other than `APPOINTED`; cannot be cleared.',
  })
  stage?: keyof typeof CandidateStage | null;

  @Extensions({ multiline: true })
  @Field(() => String, {
    nullable: true,
    description:
      'Why they declined or withdrew, 1 to 500 characters; needed with such a stage, and nothing without.',
  })
  endReason?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day on which they declined or withdrew, at most ten years ago; defaults to the one on record, else to today.',
  })
  endedOn?: PlainDate | null;

  @Field(() => Readiness, { nullable: true, description: 'How soon they could lead; cannot be cleared.' })
  readiness?: keyof typeof Readiness | null;

  @Field(() => Int, { nullable: true, description: 'Rank, 1 to 1,000; cannot be cleared.' })
  rank?: number | null;
}

@InputType({ description: 'Corrects a candidacy that was recorded incorrectly.' })
export class CandidateCorrectInput extends VersionedUndoInput {
  @UndoReason()
  reason: string;

  @Field(() => CandidatePatch, { description: 'What it really was.' })
  patch: CandidatePatch;
}
