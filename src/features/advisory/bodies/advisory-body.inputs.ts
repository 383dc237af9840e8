import { Field, ID, InputType, Int } from 'type-graphql';
import { MutationInput, VersionedInput } from '../../../writes/mutation-input.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { IncompatibilityKind, Level } from '../../ervaringsdeskundigen/ervaringsdeskundige.enums.js';
import { Domain } from '../../organisations/organisation.type.js';
import { AdvisoryBodyKind } from '../advisory.enums.js';

@InputType({ description: 'The rules of a body’s own reglement. They hold for who is appointed after.' })
export class BodyRulesInput {
  @Field(() => Int, { nullable: true, description: 'How long a term is, 1 to 240 months; at first 48.' })
  termMonths?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many terms in a row somebody may serve, 1 to 20; null = no limit, as at first.',
  })
  maxConsecutiveTerms?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many months away make terms count anew, 0 to 240; 0 = any day, as at first.',
  })
  breakMonths?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether somebody stays on after their term until they are replaced; at first not.',
  })
  carryOver?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether who follows somebody who left early serves what is left of that term; at first not.',
  })
  replacementServesRemaining?: boolean | null;

  @Field(() => [IncompatibilityKind], {
    nullable: true,
    description: 'Who is tied to it in one of these capacities cannot hold a seat; at first none.',
  })
  incompatibilities?: (keyof typeof IncompatibilityKind)[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Percent of its seats that may leave in one calendar year, 1 to 100; null = not said, as at first.',
  })
  maxLeavingShare?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many months before its end a seat counts as ending soon, 1 to 36; at first 6.',
  })
  endsSoonMonths?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many days a seat may be vacant before that is a warning, 1 to 730; at first 60.',
  })
  vacancyDays?: number | null;
}

@InputType({ description: 'A new body.' })
export class AdvisoryBodyCreateInput extends MutationInput {
  @Field({ description: 'Name, 1 to 200 characters.' })
  name: string;

  @Field(() => AdvisoryBodyKind, { description: 'What sort of body.' })
  kind: keyof typeof AdvisoryBodyKind;

  @Field(() => ID, { description: 'The owning region; it does not change later.' })
  regionId: string;

  @Field(() => [ID], { defaultValue: [], description: 'Further regions it works for.' })
  regionIds: string[];

  @Field(() => [ID], { defaultValue: [], description: 'The organisations it belongs to or advises.' })
  organisationIds: string[];

  @Field(() => String, { nullable: true, description: 'What it is for, at most 2,000 characters.' })
  purpose?: string | null;

  @Field(() => Level, { description: 'At which level it works.' })
  level: keyof typeof Level;

  @Field(() => [Domain], { description: 'Fields of work; at least one.' })
  domains: (keyof typeof Domain)[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day at work, from 1900 and at most ten years ahead; left out = not known yet.',
  })
  establishedOn?: PlainDate | null;

  @Field(() => BodyRulesInput, {
    nullable: true,
    description: 'Its rules, where they differ from what they are at first.',
  })
  rules?: BodyRulesInput | null;
}

@InputType({ description: 'What to change of a body: left out = keep, null = clear.' })
export class AdvisoryBodyPatch {
  @Field(() => String, { nullable: true, description: 'Name, 1 to 200 characters; cannot be cleared.' })
  name?: string | null;

  @Field(() => AdvisoryBodyKind, { nullable: true, description: 'What sort of body; cannot be cleared.' })
  kind?: keyof typeof AdvisoryBodyKind | null;

  @Field(() => [ID], { nullable: true, description: 'All further regions it works for.' })
  regionIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'All organisations it belongs to or advises.' })
  organisationIds?: string[] | null;

  @Field(() => String, { nullable: true, description: 'What it is for, at most 2,000 characters.' })
  purpose?: string | null;

  @Field(() => Level, { nullable: true, description: 'At which level it works; cannot be cleared.' })
  level?: keyof typeof Level | null;

  @Field(() => [Domain], { nullable: true, description: 'Fields of work; cannot be cleared.' })
  domains?: (keyof typeof Domain)[] | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day at work, from 1900 and at most ten years ahead; null = not known yet.',
  })
  establishedOn?: PlainDate | null;

  @Field(() => BodyRulesInput, {
    nullable: true,
    description:
      'The rules to change; of these too what is left out is kept, and only what has no value at first is cleared.',
  })
  rules?: BodyRulesInput | null;
}

@InputType({ description: 'A change to a body.' })
export class AdvisoryBodyUpdateInput extends VersionedInput {
  @Field(() => ID, { description: 'The body.' })
  id: string;

  @Field(() => AdvisoryBodyPatch, { description: 'What to change.' })
  patch: AdvisoryBodyPatch;
}

@InputType({ description: 'That a body ends for good, with its seats.' })
export class AdvisoryBodyEndInput extends VersionedInput {
  @Field(() => ID, { description: 'The body; no end of it is on record.' })
  id: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day, at most ten years ahead and not before one of its seats was opened or somebody started in it; today when left out.',
  })
  on?: PlainDate | null;
}
