import { Field, ID, InputType } from 'type-graphql';
import { NeverCleared } from '../../../graphql/never-cleared.js';
import { MutationInput } from '../../../writes/mutation-input.js';
import { PeriodInput } from '../../../graphql/period.type.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { UndoInput, UndoReason } from '../../undo/undo.inputs.js';
import { IncompatibilityKind } from '../ervaringsdeskundige.enums.js';

@InputType({
  description: 'Records that an ervaringsdeskundige is tied to an organisation or a municipality.',
})
export class IncompatibilityRecordInput extends MutationInput {
  @Field(() => ID, { description: 'The ervaringsdeskundige.' })
  ervaringsdeskundigeId: string;

  @Field(() => IncompatibilityKind, { description: 'Capacity in which they are tied to it.' })
  kind: keyof typeof IncompatibilityKind;

  @Field(() => ID, { nullable: true, description: 'The organisation; give either this or a municipality.' })
  organisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The municipality; give either this or an organisation.' })
  municipalityId?: string | null;

  @Field(() => PeriodInput, {
    description:
      'First and last day, at most 60 years ago and 10 years ahead; omit the last day while it continues.',
  })
  period: PeriodInput;
}

@InputType({ description: 'Ends a tie to an organisation or a municipality.' })
export class IncompatibilityEndInput extends MutationInput {
  @Field(() => ID, { description: 'The incompatibility.' })
  id: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; defaults to today.' })
  on?: PlainDate | null;
}

@InputType({ description: 'Annuls an incompatibility that never existed.' })
export class IncompatibilityAnnulInput extends UndoInput {
  @UndoReason()
  reason: string;
}

@InputType({ description: 'What an incompatibility really was. An omitted field is kept.' })
export class IncompatibilityPatch {
  @NeverCleared(() => IncompatibilityKind, 'Capacity in which they were tied to it')
  kind?: keyof typeof IncompatibilityKind;

  @Field(() => ID, { nullable: true, description: 'The organisation, instead of what is on record.' })
  organisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The municipality, instead of what is on record.' })
  municipalityId?: string | null;

  @NeverCleared(() => DateScalar, 'First day')
  from?: PlainDate;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null if it has none.' })
  until?: PlainDate | null;
}

@InputType({ description: 'Corrects an incompatibility that was recorded incorrectly.' })
export class IncompatibilityCorrectInput extends UndoInput {
  @UndoReason()
  reason: string;

  @Field(() => IncompatibilityPatch, { description: 'What it really was.' })
  patch: IncompatibilityPatch;
}
