import { Field, ID, InputType, Int } from 'type-graphql';
import { MutationInput, VersionedInput } from '../../writes/mutation-input.js';
import { PeriodInput } from '../../graphql/period.type.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { Domain } from '../organisations/organisation.type.js';
import { DayPart, ParticipationForm } from '../people/person.enums.js';
import { Compensation, Level, MeetingForm, StatementBasis } from './ervaringsdeskundige.enums.js';

@InputType({
  description: 'Whether something holds of an ervaringsdeskundige, and how that was established.',
})
export class StatementInput {
  @Field({ description: 'Whether it holds.' })
  holds: boolean;

  @Field(() => StatementBasis, {
    description: 'How it was established. Who says it of themselves gives SELF_DECLARED.',
  })
  basis: keyof typeof StatementBasis;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was established, at most 20 years ago; today when left out.',
  })
  on?: PlainDate | null;
}

@InputType({ description: 'When and how an ervaringsdeskundige can take part.' })
export class AvailabilityInput {
  @Field(() => Int, { nullable: true, description: 'Hours a month, 0 to 200.' })
  hoursPerMonth?: number | null;

  @Field(() => [DayPart], { defaultValue: [], description: 'When.' })
  dayParts: (keyof typeof DayPart)[];

  @Field(() => [MeetingForm], { defaultValue: [], description: 'How.' })
  meetingForms: (keyof typeof MeetingForm)[];
}

@InputType({ description: 'A parent who becomes an ervaringsdeskundige.' })
export class ErvaringsdeskundigeRegisterInput extends MutationInput {
  @Field(() => ID, { description: 'The parent.' })
  personId: string;

  @Field(() => [ID], { defaultValue: [], description: 'What they have experience with: themes in use.' })
  themeIds: string[];

  @Field(() => [Domain], { defaultValue: [], description: 'Fields of work that they know.' })
  domains: (keyof typeof Domain)[];

  @Field(() => [Level], { defaultValue: [], description: 'Levels at which they like to take part.' })
  levels: (keyof typeof Level)[];

  @Field(() => StatementInput, {
    nullable: true,
    description: 'Whether they bring the experience of other parents too; left out = not established.',
  })
  bringsOthersExperience?: StatementInput | null;

  @Field(() => StatementInput, {
    nullable: true,
    description: 'Whether they connect with how professionals work; left out = not established.',
  })
  connectsWithProfessionals?: StatementInput | null;

  @Field(() => AvailabilityInput, {
    nullable: true,
    description: 'When and how they can take part; hours and day-parts of the person when left out.',
  })
  availability?: AvailabilityInput | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Languages they speak in a meeting, as ISO 639 codes; that of the person when left out.',
  })
  languages?: string[] | null;

  @Field(() => [ParticipationForm], {
    nullable: true,
    description:
      'How they like to take part; as the person says when left out, or on a seat when the person says nothing.',
  })
  participationForms?: (keyof typeof ParticipationForm)[] | null;

  @Field(() => Compensation, { nullable: true, description: 'What they would like in return.' })
  compensation?: keyof typeof Compensation | null;

  @Field(() => Int, { nullable: true, description: 'Seats they would hold at most, 0 to 20.' })
  maxSeats?: number | null;

  @Field(() => PeriodInput, { nullable: true, description: 'When they do not want to be asked.' })
  pausedPeriod?: PeriodInput | null;
}

@InputType({ description: 'What to change of an ervaringsdeskundige: left out = keep, null = clear.' })
export class ErvaringsdeskundigePatch {
  @Field(() => [ID], {
    nullable: true,
    description: 'What they have experience with. One that is retired may stay, and is not chosen anew.',
  })
  themeIds?: string[] | null;

  @Field(() => [Domain], { nullable: true, description: 'Fields of work that they know.' })
  domains?: (keyof typeof Domain)[] | null;

  @Field(() => [Level], { nullable: true, description: 'Levels at which they like to take part.' })
  levels?: (keyof typeof Level)[] | null;

  @Field(() => StatementInput, {
    nullable: true,
    description:
      'Whether they bring the experience of other parents too; null = not established. What a coordinator established ' +
      'is for coordinators to change.',
  })
  bringsOthersExperience?: StatementInput | null;

  @Field(() => StatementInput, {
    nullable: true,
    description:
      'Whether they connect with how professionals work; null = not established. What a coordinator established is ' +
      'for coordinators to change.',
  })
  connectsWithProfessionals?: StatementInput | null;

  @Field(() => AvailabilityInput, {
    nullable: true,
    description: 'When and how they can take part, replaced as a whole.',
  })
  availability?: AvailabilityInput | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Languages they speak in a meeting, as ISO 639 codes; cannot be cleared.',
  })
  languages?: string[] | null;

  @Field(() => [ParticipationForm], { nullable: true, description: 'How they like to take part.' })
  participationForms?: (keyof typeof ParticipationForm)[] | null;

  @Field(() => Compensation, { nullable: true, description: 'What they would like in return.' })
  compensation?: keyof typeof Compensation | null;

  @Field(() => Int, { nullable: true, description: 'Seats they would hold at most, 0 to 20.' })
  maxSeats?: number | null;

  @Field(() => PeriodInput, {
    nullable: true,
    description: 'When they do not want to be asked; null = the pause is over.',
  })
  pausedPeriod?: PeriodInput | null;
}

@InputType({ description: 'A change to an ervaringsdeskundige.' })
export class ErvaringsdeskundigeUpdateInput extends VersionedInput {
  @Field(() => ID, { description: 'The ervaringsdeskundige.' })
  id: string;

  @Field(() => ErvaringsdeskundigePatch, { description: 'What to change.' })
  patch: ErvaringsdeskundigePatch;
}
