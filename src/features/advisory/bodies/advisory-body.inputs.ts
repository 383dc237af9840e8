import { Extensions, Field, ID, InputType, Int } from 'type-graphql';
import { NeverCleared } from '../../../graphql/never-cleared.js';
import type { Nested } from '../../../writes/patch.js';
import { MutationInput, VersionedInput } from '../../../writes/mutation-input.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { IncompatibilityKind, Level } from '../../ervaringsdeskundigen/ervaringsdeskundige.enums.js';
import { Domain } from '../../organisations/organisation.type.js';
import { AdvisoryBodyKind } from '../advisory.enums.js';

@InputType({
  description:
    'A body’s own rules of procedure (reglement). They apply to appointments made after the change.',
})
export class BodyRulesInput {
  @NeverCleared(() => Int, 'Length of a term in months, 1 to 240', 'Default 48.')
  termMonths?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Maximum number of consecutive terms, 1 to 20; null for no limit, which is the default.',
  })
  maxConsecutiveTerms?: number | null;

  @NeverCleared(
    () => Int,
    'Months of absence after which terms are counted from 1 again, 0 to 240; 0 means any interruption',
    'Default 0.',
  )
  breakMonths?: number;

  @NeverCleared(
    () => Boolean,
    'Whether holders stay on after their term until they are replaced',
    'Default false.',
  )
  carryOver?: boolean;

  @NeverCleared(
    () => Boolean,
    'Whether a successor to a holder who left early serves only the remainder of that term',
    'Default false.',
  )
  replacementServesRemaining?: boolean;

  @NeverCleared(
    () => [IncompatibilityKind],
    'Capacities in the body’s organisations or municipalities that exclude people from a seat',
    'Default none.',
  )
  incompatibilities?: (keyof typeof IncompatibilityKind)[];

  @Field(() => Int, {
    nullable: true,
    description:
      'Maximum percentage of its seats that may fall open in one calendar year, 1 to 100; null if not ' +
      'stated, which is the default.',
  })
  maxLeavingShare?: number | null;

  @NeverCleared(
    () => Int,
    'Months before the end of a term from which the seat counts as ending soon, 1 to 36',
    'Default 6.',
  )
  endsSoonMonths?: number;

  @NeverCleared(
    () => Int,
    'Number of days a seat may be vacant before a warning is given, 1 to 730',
    'Default 60.',
  )
  vacancyDays?: number;

  @NeverCleared(
    () => Boolean,
    'Whether somebody else may act for a holder who is away for a time',
    'Default false.',
  )
  alternates?: boolean;
}

@InputType({ description: 'Creates a body.' })
export class AdvisoryBodyCreateInput extends MutationInput {
  @Field({ description: 'Name, 1 to 200 characters.' })
  name: string;

  @Field(() => AdvisoryBodyKind, { description: 'Kind of body.' })
  kind: keyof typeof AdvisoryBodyKind;

  @Field(() => ID, {
    description: 'The owning region; it cannot be changed later. It works elsewhere by `regionAgreementAsk`.',
  })
  regionId: string;

  @Field(() => [ID], { defaultValue: [], description: 'Organisations it belongs to or advises.' })
  organisationIds: string[];

  @Field(() => ID, {
    nullable: true,
    description:
      'Who answers for its personal data, if that is another organisation than that of the region.',
  })
  responsibleOrganisationId?: string | null;

  @Extensions({ multiline: true })
  @Field(() => String, { nullable: true, description: 'Purpose, at most 2,000 characters.' })
  purpose?: string | null;

  @Field(() => Level, { description: 'Level at which it works.' })
  level: keyof typeof Level;

  @Field(() => [Domain], { description: 'Fields of work; at least one.' })
  domains: (keyof typeof Domain)[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of operation, from 1900 and at most ten years ahead; omit it if not yet known.',
  })
  establishedOn?: PlainDate | null;

  @Field(() => BodyRulesInput, {
    nullable: true,
    description: 'Its rules, where they differ from the defaults.',
  })
  rules?: BodyRulesInput | null;
}

@InputType({ description: 'Changes to a body. An omitted field is kept; null clears it.' })
export class AdvisoryBodyPatch {
  @NeverCleared(() => String, 'Name, 1 to 200 characters')
  name?: string;

  @NeverCleared(() => AdvisoryBodyKind, 'Kind of body')
  kind?: keyof typeof AdvisoryBodyKind;

  @Field(() => [ID], {
    nullable: true,
    description: 'Organisations it belongs to or advises; replaces the whole list.',
  })
  organisationIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Who answers for its personal data, if that is another organisation than that of the region; null for that.',
  })
  responsibleOrganisationId?: string | null;

  @Extensions({ multiline: true })
  @Field(() => String, { nullable: true, description: 'Purpose, at most 2,000 characters.' })
  purpose?: string | null;

  @NeverCleared(() => Level, 'Level at which it works')
  level?: keyof typeof Level;

  @NeverCleared(() => [Domain], 'Fields of work')
  domains?: (keyof typeof Domain)[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day of operation, from 1900 and at most ten years ahead; null if not yet known.',
  })
  establishedOn?: PlainDate | null;

  @Extensions({ patch: 'merged' satisfies Nested })
  @NeverCleared(
    () => BodyRulesInput,
    'Rules to change',
    'Omitted rules are kept; null clears a rule only if it has no default value.',
  )
  rules?: BodyRulesInput;
}

@InputType({ description: 'Changes a body.' })
export class AdvisoryBodyUpdateInput extends VersionedInput {
  @Field(() => ID, { description: 'The body.' })
  id: string;

  @Field(() => AdvisoryBodyPatch, { description: 'The changes.' })
  patch: AdvisoryBodyPatch;
}
