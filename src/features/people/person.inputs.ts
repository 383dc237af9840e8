import { Extensions, Field, ID, InputType, Int } from 'type-graphql';
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

@InputType({ description: 'How to reach a person. In a patch both are replaced.' })
export class ContactDetailsInput {
  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email?: string | null;

  @Extensions({ screened: false })
  @Field(() => String, {
    nullable: true,
    description: 'Telephone, for example `0612345678` or `+31612345678`.',
  })
  phone?: string | null;
}

@InputType({ description: 'What time a person has.' })
export class PersonAvailabilityInput {
  @Field(() => Int, { nullable: true, description: 'Hours a month, 0 to 200.' })
  hoursPerMonth?: number | null;

  @Field(() => [DayPart], { defaultValue: [], description: 'When.' })
  dayParts: (keyof typeof DayPart)[];
}

@InputType({ description: 'A new person.' })
export class PersonCreateInput extends MutationInput {
  @Field(() => ID, { description: 'The region that keeps the record; yours.' })
  regionId: string;

  @Field(() => ID, { nullable: true, description: 'Where the person lives; a municipality of the region.' })
  municipalityId?: string | null;

  @Field(() => PersonNameInput, { description: 'The name.' })
  name: PersonNameInput;

  @Field(() => [Perspective], {
    defaultValue: ['OUDER'],
    description: 'From where this person speaks; at least one.',
  })
  perspectives: (keyof typeof Perspective)[];

  @Field({ defaultValue: 'nl', description: 'Preferred language, as ISO 639 code of two or three letters.' })
  language: string;

  @Field(() => [ParticipationForm], { defaultValue: [], description: 'How this person likes to take part.' })
  participationForms: (keyof typeof ParticipationForm)[];

  @Field(() => PersonAvailabilityInput, { nullable: true, description: 'What time this person has.' })
  availability?: PersonAvailabilityInput | null;

  @Field(() => ContactDetailsInput, { nullable: true, description: 'How to reach this person.' })
  contact?: ContactDetailsInput | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Free note, at most 2,000 characters. Never a name, birth date, BSN or diagnosis of a child.',
  })
  note?: string | null;
}

@InputType({ description: 'What to change of a person: left out = keep, null = clear.' })
export class PersonPatch {
  @Field(() => PersonNameInput, { nullable: true, description: 'The name; cannot be cleared here.' })
  name?: PersonNameInput | null;

  @Field(() => ID, { nullable: true, description: 'Where the person lives.' })
  municipalityId?: string | null;

  @Field(() => [Perspective], {
    nullable: true,
    description: 'Perspectives; cannot be cleared. For coordinators.',
  })
  perspectives?: (keyof typeof Perspective)[] | null;

  @Field(() => String, { nullable: true, description: 'Preferred language; null = Dutch.' })
  language?: string | null;

  @Field(() => [ParticipationForm], { nullable: true, description: 'How this person likes to take part.' })
  participationForms?: (keyof typeof ParticipationForm)[] | null;

  @Field(() => PersonAvailabilityInput, { nullable: true, description: 'What time this person has.' })
  availability?: PersonAvailabilityInput | null;

  @Field(() => ContactDetailsInput, {
    nullable: true,
    description: 'How to reach this person; null = no way.',
  })
  contact?: ContactDetailsInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'Free note, at most 2,000 characters. For coordinators.',
  })
  note?: string | null;
}

@InputType({ description: 'A change to a person.' })
export class PersonUpdateInput extends VersionedInput {
  @Field(() => ID, { description: 'The person.' })
  id: string;

  @Field(() => PersonPatch, { description: 'What to change.' })
  patch: PersonPatch;
}

@InputType({ description: 'That a parent has a child in a school stage. Nothing about the child itself.' })
export class SchoolTieRecordInput extends MutationInput {
  @Field(() => ID, { description: 'The parent.' })
  personId: string;

  @Field(() => SchoolStage, { description: 'Kind of education.' })
  stage: keyof typeof SchoolStage;

  @Field(() => Int, { nullable: true, description: 'Year of the stage (groep or klas) in that school year.' })
  yearLevel?: number | null;

  @Field({ description: 'School year in which that is true, for example `2026-2027`.' })
  schoolYear: string;

  @Field(() => ID, { nullable: true, description: 'The school.' })
  schoolId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last school day, where the parent states one.' })
  statedExit?: PlainDate | null;
}

@InputType({ description: 'That a tie was recorded but never was there.' })
export class SchoolTieRemoveInput extends VersionedInput {
  @Field(() => ID, { description: 'The tie.' })
  id: string;
}

@InputType({ description: 'That a tie is still as it was.' })
export class SchoolTieConfirmInput extends VersionedInput {
  @Field(() => ID, { description: 'The tie.' })
  id: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last school day, where the parent states another; null = none stated.',
  })
  statedExit?: PlainDate | null;
}
