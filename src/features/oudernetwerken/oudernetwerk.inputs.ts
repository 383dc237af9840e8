import { Field, ID, InputType } from 'type-graphql';
import { MutationInput, VersionedInput } from '../../writes/mutation-input.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { MeetingRhythm, Sector } from './oudernetwerk.enums.js';

@InputType({ description: 'A new network; it starts as FORMING.' })
export class OudernetwerkCreateInput extends MutationInput {
  @Field({ description: 'Name, 1 to 200 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What it is for, at most 2,000 characters.' })
  purpose?: string | null;

  @Field(() => ID, { description: 'The owning region; it does not change later.' })
  regionId: string;

  @Field(() => [ID], {
    defaultValue: [],
    description: 'Municipalities it works in; empty = the whole region.',
  })
  municipalityIds: string[];

  @Field(() => [Sector], { description: 'What it is about; at least one.' })
  sectors: (keyof typeof Sector)[];

  @Field(() => [ID], { defaultValue: [], description: 'Its themes.' })
  themeIds: string[];

  @Field(() => MeetingRhythm, { nullable: true, description: 'How often it meets.' })
  meetingRhythm?: keyof typeof MeetingRhythm | null;

  @Field(() => ID, { nullable: true, description: 'Whom to turn to.' })
  contactPersonId?: string | null;
}

@InputType({ description: 'What to change of a network: left out = keep, null = clear.' })
export class OudernetwerkPatch {
  @Field(() => String, { nullable: true, description: 'Name, 1 to 200 characters; cannot be cleared.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is for, at most 2,000 characters.' })
  purpose?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'All municipalities it works in; null or empty = the region.',
  })
  municipalityIds?: string[] | null;

  @Field(() => [Sector], { nullable: true, description: 'What it is about; cannot be cleared.' })
  sectors?: (keyof typeof Sector)[] | null;

  @Field(() => [ID], { nullable: true, description: 'All its themes.' })
  themeIds?: string[] | null;

  @Field(() => MeetingRhythm, { nullable: true, description: 'How often it meets.' })
  meetingRhythm?: keyof typeof MeetingRhythm | null;

  @Field(() => ID, { nullable: true, description: 'Whom to turn to.' })
  contactPersonId?: string | null;
}

@InputType({ description: 'A change to a network.' })
export class OudernetwerkUpdateInput extends VersionedInput {
  @Field(() => ID, { description: 'The network.' })
  id: string;

  @Field(() => OudernetwerkPatch, { description: 'What to change.' })
  patch: OudernetwerkPatch;
}

@InputType({ description: 'That a network starts, or starts again after a pause.' })
export class OudernetwerkActivateInput extends VersionedInput {
  @Field(() => ID, { description: 'The network; FORMING or DORMANT.' })
  id: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First active day of a network that was forming, today or before; today when left out.',
  })
  on?: PlainDate | null;
}

@InputType({ description: 'That a network pauses.' })
export class OudernetwerkPauseInput extends VersionedInput {
  @Field(() => ID, { description: 'The network; ACTIVE.' })
  id: string;
}

@InputType({ description: 'That a network ends for good.' })
export class OudernetwerkEndInput extends VersionedInput {
  @Field(() => ID, { description: 'The network; not ended before.' })
  id: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day, today or before, not before somebody started a role in it; today when left out.',
  })
  on?: PlainDate | null;

  @Field({ description: 'Why, 1 to 500 characters.' })
  reason: string;
}
