import { Field, ID, InputType } from 'type-graphql';
import { MutationInput } from '../../../writes/mutation-input.js';
import { PeriodInput } from '../../../graphql/period.type.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { IncompatibilityKind } from '../ervaringsdeskundige.enums.js';

@InputType({ description: 'That an ervaringsdeskundige is bound to an organisation or a municipality.' })
export class IncompatibilityRecordInput extends MutationInput {
  @Field(() => ID, { description: 'Who.' })
  ervaringsdeskundigeId: string;

  @Field(() => IncompatibilityKind, { description: 'In which capacity.' })
  kind: keyof typeof IncompatibilityKind;

  @Field(() => ID, { nullable: true, description: 'The organisation; this or a municipality.' })
  organisationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The municipality; this or an organisation.' })
  municipalityId?: string | null;

  @Field(() => PeriodInput, {
    description:
      'First and last day, at most 60 years ago and 10 years ahead; without a last day while it goes on.',
  })
  period: PeriodInput;
}

@InputType({ description: 'That somebody is no longer bound to an organisation or a municipality.' })
export class IncompatibilityEndInput extends MutationInput {
  @Field(() => ID, { description: 'The incompatibility.' })
  id: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; today when left out.' })
  on?: PlainDate | null;
}

@InputType({ description: 'That an incompatibility was recorded but never was there.' })
export class IncompatibilityRemoveInput extends MutationInput {
  @Field(() => ID, { description: 'The incompatibility.' })
  id: string;
}
