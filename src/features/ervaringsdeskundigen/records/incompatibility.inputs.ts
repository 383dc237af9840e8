import { Field, ID, InputType } from 'type-graphql';
import { MutationInput } from '../../../writes/mutation-input.js';
import { PeriodInput } from '../../../graphql/period.type.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
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

@InputType({ description: 'Removes an incompatibility that was recorded but never existed.' })
export class IncompatibilityRemoveInput extends MutationInput {
  @Field(() => ID, { description: 'The incompatibility.' })
  id: string;
}
