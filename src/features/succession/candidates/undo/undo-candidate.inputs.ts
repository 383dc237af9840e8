import { Extensions, Field, ID, InputType, Int } from 'type-graphql';
import { NeverCleared } from '../../../../graphql/never-cleared.js';
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
  @NeverCleared(() => ID, 'The candidate')
  personId?: string;

  @NeverCleared(() => CandidateStage, 'Stage of the conversation, other than `APPOINTED`')
  stage?: keyof typeof CandidateStage;

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

  @NeverCleared(() => Readiness, 'How soon they could lead')
  readiness?: keyof typeof Readiness;

  @NeverCleared(() => Int, 'Rank, 1 to 1,000')
  rank?: number;
}

@InputType({ description: 'Corrects a candidacy that was recorded incorrectly.' })
export class CandidateCorrectInput extends VersionedUndoInput {
  @UndoReason()
  reason: string;

  @Field(() => CandidatePatch, { description: 'What it really was.' })
  patch: CandidatePatch;
}
