import { Extensions, Field, ID, InputType, Int } from 'type-graphql';
import { NeverCleared } from '../../graphql/never-cleared.js';
import type { Nested } from '../../writes/patch.js';
import { MutationInput, VersionedInput } from '../../writes/mutation-input.js';
import { PeriodInput, PeriodPatch } from '../../graphql/period.type.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { Domain } from '../organisations/organisation.type.js';
import { DayPart, ParticipationForm } from '../people/person.enums.js';
import { Compensation, Level, MeetingForm, StatementBasis } from './ervaringsdeskundige.enums.js';

@InputType({
  description: 'Whether a statement about an ervaringsdeskundige is true, and how that was established.',
})
export class StatementInput {
  @Field({ description: 'Whether the statement is true.' })
  holds: boolean;

  @Field(() => StatementBasis, {
    description: 'How it was established. When declaring it about yourself, use SELF_DECLARED.',
  })
  basis: keyof typeof StatementBasis;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day on which it was established, at most 20 years ago; defaults to today, or to the day on record if the ' +
      'rest is as it was.',
  })
  on?: PlainDate | null;
}

@InputType({
  description:
    'When and how an ervaringsdeskundige can take part. In a patch an omitted field is kept, and null clears it.',
})
export class AvailabilityInput {
  @Field(() => Int, { nullable: true, description: 'Hours per month, 0 to 200.' })
  hoursPerMonth?: number | null;

  @Field(() => [DayPart], { nullable: true, description: 'Parts of the week.' })
  dayParts?: (keyof typeof DayPart)[] | null;

  @Field(() => [MeetingForm], { nullable: true, description: 'Forms of meeting.' })
  meetingForms?: (keyof typeof MeetingForm)[] | null;
}

@InputType({ description: 'Registers a parent as an ervaringsdeskundige.' })
export class ErvaringsdeskundigeRegisterInput extends MutationInput {
  @Field(() => ID, { description: 'The parent.' })
  personId: string;

  @Field(() => [ID], { defaultValue: [], description: 'Themes they have experience with; not retired.' })
  themeIds: string[];

  @Field(() => [Domain], { defaultValue: [], description: 'Fields of work that they know.' })
  domains: (keyof typeof Domain)[];

  @Field(() => [Level], { defaultValue: [], description: 'Levels at which they would like to take part.' })
  levels: (keyof typeof Level)[];

  @Field(() => StatementInput, {
    nullable: true,
    description: 'Whether they also represent the experience of other parents; omit it if not established.',
  })
  bringsOthersExperience?: StatementInput | null;

  @Field(() => StatementInput, {
    nullable: true,
    description: 'Whether they can relate to the way professionals work; omit it if not established.',
  })
  connectsWithProfessionals?: StatementInput | null;

  @Field(() => AvailabilityInput, {
    nullable: true,
    description: 'When and how they can take part; hours and day parts default to those of the person.',
  })
  availability?: AvailabilityInput | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Languages they speak in meetings, as ISO 639 codes; at most ten; defaults to the person’s language.',
  })
  languages?: string[] | null;

  @Field(() => [ParticipationForm], {
    nullable: true,
    description:
      'Ways in which they would like to take part; defaults to those of the person, or to SEAT if the ' +
      'person has none.',
  })
  participationForms?: (keyof typeof ParticipationForm)[] | null;

  @Field(() => Compensation, { nullable: true, description: 'What they would like in return.' })
  compensation?: keyof typeof Compensation | null;

  @Field(() => Int, { nullable: true, description: 'Maximum number of seats they want to hold, 0 to 20.' })
  maxSeats?: number | null;

  @Field(() => PeriodInput, {
    nullable: true,
    description: 'Period in which they do not want to be invited.',
  })
  pausedPeriod?: PeriodInput | null;
}

@InputType({ description: 'Changes to an ervaringsdeskundige. An omitted field is kept; null clears it.' })
export class ErvaringsdeskundigePatch {
  @Field(() => [ID], {
    nullable: true,
    description: 'Themes they have experience with. A retired theme can be kept, but not added.',
  })
  themeIds?: string[] | null;

  @Field(() => [Domain], { nullable: true, description: 'Fields of work that they know.' })
  domains?: (keyof typeof Domain)[] | null;

  @Field(() => [Level], { nullable: true, description: 'Levels at which they would like to take part.' })
  levels?: (keyof typeof Level)[] | null;

  @Extensions({ patch: 'whole' satisfies Nested })
  @Field(() => StatementInput, {
    nullable: true,
    description:
      'Whether they also represent the experience of other parents; null if not established. Only ' +
      'coordinators can change a statement that was established by a coordinator.',
  })
  bringsOthersExperience?: StatementInput | null;

  @Extensions({ patch: 'whole' satisfies Nested })
  @Field(() => StatementInput, {
    nullable: true,
    description:
      'Whether they can relate to the way professionals work; null if not established. Only coordinators ' +
      'can change a statement that was established by a coordinator.',
  })
  connectsWithProfessionals?: StatementInput | null;

  @Extensions({ patch: 'merged' satisfies Nested })
  @Field(() => AvailabilityInput, {
    nullable: true,
    description: 'What changes of when and how they can take part; null clears it all.',
  })
  availability?: AvailabilityInput | null;

  @NeverCleared(() => [String], 'Languages they speak in meetings, as ISO 639 codes; at most ten')
  languages?: string[];

  @Field(() => [ParticipationForm], {
    nullable: true,
    description: 'Ways in which they would like to take part.',
  })
  participationForms?: (keyof typeof ParticipationForm)[] | null;

  @Field(() => Compensation, { nullable: true, description: 'What they would like in return.' })
  compensation?: keyof typeof Compensation | null;

  @Field(() => Int, { nullable: true, description: 'Maximum number of seats they want to hold, 0 to 20.' })
  maxSeats?: number | null;

  @Extensions({ patch: 'merged' satisfies Nested })
  @Field(() => PeriodPatch, {
    nullable: true,
    description: 'What changes of the period in which they do not want to be invited; null ends the pause.',
  })
  pausedPeriod?: PeriodPatch | null;
}

@InputType({ description: 'Changes an ervaringsdeskundige.' })
export class ErvaringsdeskundigeUpdateInput extends VersionedInput {
  @Field(() => ID, { description: 'The ervaringsdeskundige.' })
  id: string;

  @Field(() => ErvaringsdeskundigePatch, { description: 'The changes.' })
  patch: ErvaringsdeskundigePatch;
}
