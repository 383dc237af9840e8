import { Extensions, Field, ID, InputType, Int } from 'type-graphql';
import { NeverCleared } from '../../graphql/never-cleared.js';
import type { Nested } from '../../writes/patch.js';
import { MutationInput, VersionedInput } from '../../writes/mutation-input.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { DayPart, ParticipationForm, Perspective, SchoolStage } from './person.enums.js';

@InputType({ description: 'A name in parts.' })
export class PersonNameInput {
  @Field({ description: 'Given name, 1 to 100 characters.' })
  givenName: string;

  @Field(() => String, { nullable: true, description: 'Infix, such as `van den`, at most 30 characters.' })
  infix?: string | null;

  @Field({ description: 'Family name without infix, 1 to 100 characters.' })
  familyName: string;
}

@InputType({ description: 'Changes to a name. An omitted part is kept; null clears it.' })
export class PersonNamePatch {
  @NeverCleared(() => String, 'Given name, 1 to 100 characters')
  givenName?: string;

  @Field(() => String, { nullable: true, description: 'Infix, such as `van den`, at most 30 characters.' })
  infix?: string | null;

  @NeverCleared(() => String, 'Family name without infix, 1 to 100 characters')
  familyName?: string;
}

@InputType({
  description: 'Contact details of a person. In a patch an omitted field is kept, and null removes it.',
})
export class ContactDetailsInput {
  @Extensions({ unseen: 'dropped' })
  @Field(() => String, {
    nullable: true,
    description:
      'Email address. A changed one waits for its reader. The current one ends that waiting if it is all that ' +
      'the patch has; among other changes it leaves it alone.',
  })
  email?: string | null;

  @Extensions({ screened: false, unseen: 'dropped' })
  @Field(() => String, {
    nullable: true,
    description:
      'Telephone number, for example `06-12345678`, `+31 (0)6 12345678` or `+32 470 12 34 56`; none of a service, such as `0800 1234`.',
  })
  phone?: string | null;
}

@InputType({
  description:
    'How much time a person has and when. In a patch an omitted field is kept, and null clears it.',
})
export class PersonAvailabilityInput {
  @Field(() => Int, { nullable: true, description: 'Hours per month, 0 to 200.' })
  hoursPerMonth?: number | null;

  @Field(() => [DayPart], { nullable: true, description: 'Parts of the week.' })
  dayParts?: (keyof typeof DayPart)[] | null;
}

@InputType({ description: 'Somebody who is recorded as they join a network.' })
export class NewcomerInput {
  @Field(() => PersonNameInput, { description: 'Name.' })
  name: PersonNameInput;

  @Field(() => [Perspective], {
    defaultValue: ['OUDER'],
    description: 'Perspectives from which this person speaks; at least one.',
  })
  perspectives: (keyof typeof Perspective)[];

  @Field({
    defaultValue: 'nl',
    description: 'Preferred language as an ISO 639 code of two or three letters.',
  })
  language: string;

  @Field(() => ContactDetailsInput, { nullable: true, description: 'Contact details.' })
  contact?: ContactDetailsInput | null;
}

@InputType({ description: 'Creates a person.' })
export class PersonCreateInput extends MutationInput {
  @Field(() => ID, { description: 'The region that owns the record; it must be one of yours.' })
  regionId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Municipality of residence; it must belong to the region.',
  })
  municipalityId?: string | null;

  @Field(() => PersonNameInput, { description: 'Name.' })
  name: PersonNameInput;

  @Field(() => [Perspective], {
    defaultValue: ['OUDER'],
    description: 'Perspectives from which this person speaks; at least one.',
  })
  perspectives: (keyof typeof Perspective)[];

  @Field({
    defaultValue: 'nl',
    description: 'Preferred language as an ISO 639 code of two or three letters.',
  })
  language: string;

  @Field(() => [ParticipationForm], {
    defaultValue: [],
    description: 'Ways in which this person would like to take part.',
  })
  participationForms: (keyof typeof ParticipationForm)[];

  @Field(() => PersonAvailabilityInput, {
    nullable: true,
    description: 'How much time this person has and when.',
  })
  availability?: PersonAvailabilityInput | null;

  @Field(() => ContactDetailsInput, { nullable: true, description: 'Contact details.' })
  contact?: ContactDetailsInput | null;

  @Extensions({ multiline: true })
  @Field(() => String, {
    nullable: true,
    description:
      'Free-text note, at most 2,000 characters. Never a child’s name, birth date, BSN or diagnosis.',
  })
  note?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Who answers for what is kept of them, if that is another organisation than that of the region.',
  })
  responsibleOrganisationId?: string | null;
}

@InputType({ description: 'Changes to a person. An omitted field is kept; null clears it.' })
export class PersonPatch {
  @Extensions({ patch: 'merged' satisfies Nested })
  @NeverCleared(() => PersonNamePatch, 'What changes of the name')
  name?: PersonNamePatch;

  @Field(() => ID, { nullable: true, description: 'Municipality of residence.' })
  municipalityId?: string | null;

  @NeverCleared(() => [Perspective], 'Perspectives', 'Only coordinators can change them.')
  perspectives?: (keyof typeof Perspective)[];

  @Field(() => String, { nullable: true, description: 'Preferred language; null resets it to Dutch.' })
  language?: string | null;

  @Field(() => [ParticipationForm], {
    nullable: true,
    description: 'Ways in which this person would like to take part.',
  })
  participationForms?: (keyof typeof ParticipationForm)[] | null;

  @Extensions({ patch: 'merged' satisfies Nested })
  @Field(() => PersonAvailabilityInput, {
    nullable: true,
    description: 'What changes of how much time this person has and when; null clears it all.',
  })
  availability?: PersonAvailabilityInput | null;

  @Extensions({ patch: 'merged' satisfies Nested })
  @Field(() => ContactDetailsInput, {
    nullable: true,
    description: 'What changes of the contact details; null removes them all.',
  })
  contact?: ContactDetailsInput | null;

  @Extensions({ multiline: true })
  @Field(() => String, {
    nullable: true,
    description: 'Free-text note, at most 2,000 characters. Only coordinators can change it.',
  })
  note?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Who answers for what is kept of them, if that is another organisation than that of the region; null for that. Only ' +
      'coordinators can change it.',
  })
  responsibleOrganisationId?: string | null;
}

@InputType({ description: 'Changes a person.' })
export class PersonUpdateInput extends VersionedInput {
  @Field(() => ID, { description: 'The person.' })
  id: string;

  @Field(() => PersonPatch, { description: 'The changes.' })
  patch: PersonPatch;
}

@InputType({
  description: 'Records a parent’s tie to a school stage through a child. Nothing about the child itself.',
})
export class SchoolTieRecordInput extends MutationInput {
  @Field(() => ID, { description: 'The parent.' })
  personId: string;

  @Field(() => SchoolStage, { description: 'Type of education.' })
  stage: keyof typeof SchoolStage;

  @Field(() => Int, { nullable: true, description: 'Year of the stage (groep or klas) in that school year.' })
  yearLevel?: number | null;

  @Field({
    description:
      'School year to which `yearLevel` applies, for example `2026-2027`; `2026/2027` and `2026-27` are understood.',
  })
  schoolYear: string;

  @Field(() => ID, { nullable: true, description: 'The school.' })
  schoolId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last school day, if the parent states one.' })
  statedExit?: PlainDate | null;
}

@InputType({ description: 'Closes a school tie. No reason is asked.' })
export class SchoolTieCloseInput extends VersionedInput {
  @Field(() => ID, { description: 'The school tie.' })
  id: string;
}

@InputType({ description: 'Confirms that a school tie still holds.' })
export class SchoolTieConfirmInput extends VersionedInput {
  @Field(() => ID, { description: 'The school tie.' })
  id: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last school day, if the parent now states another; null if none is stated.',
  })
  statedExit?: PlainDate | null;

  @Field(() => SchoolStage, {
    nullable: true,
    description:
      'The stage, if the parent now says which it is: of a special school that came in with a list only the expected end ' +
      'is kept until then, as PO. A special one needs their consent to SCHOOL_AND_THEMES.',
  })
  stage?: keyof typeof SchoolStage | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Year of the stage in the school year of the tie, if it is said; null if it is not known.',
  })
  yearLevel?: number | null;
}
