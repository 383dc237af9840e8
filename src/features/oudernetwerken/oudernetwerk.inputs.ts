import { Extensions, Field, ID, InputType } from 'type-graphql';
import { NeverCleared } from '../../graphql/never-cleared.js';
import { MutationInput, VersionedInput } from '../../writes/mutation-input.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { MeetingRhythm, Sector } from './oudernetwerk.enums.js';

@InputType({ description: 'Creates a network; it starts as FORMING.' })
export class OudernetwerkCreateInput extends MutationInput {
  @Field({ description: 'Name, 1 to 200 characters.' })
  name: string;

  @Extensions({ multiline: true })
  @Field(() => String, { nullable: true, description: 'Purpose, at most 2,000 characters.' })
  purpose?: string | null;

  @Field(() => ID, { description: 'The owning region; it cannot be changed later.' })
  regionId: string;

  @Field(() => [ID], {
    defaultValue: [],
    description: 'Municipalities it works in; empty means the whole region.',
  })
  municipalityIds: string[];

  @Field(() => [Sector], { description: 'Sectors it is concerned with; at least one.' })
  sectors: (keyof typeof Sector)[];

  @Field(() => [ID], { defaultValue: [], description: 'Its themes.' })
  themeIds: string[];

  @Field(() => MeetingRhythm, { nullable: true, description: 'How often it meets.' })
  meetingRhythm?: keyof typeof MeetingRhythm | null;

  @Field(() => ID, { nullable: true, description: 'The contact person.' })
  contactPersonId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Who answers for its personal data, if that is another organisation than that of the region.',
  })
  responsibleOrganisationId?: string | null;
}

@InputType({ description: 'Changes to a network. An omitted field is kept; null clears it.' })
export class OudernetwerkPatch {
  @NeverCleared(() => String, 'Name, 1 to 200 characters')
  name?: string;

  @Extensions({ multiline: true })
  @Field(() => String, { nullable: true, description: 'Purpose, at most 2,000 characters.' })
  purpose?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Municipalities it works in; replaces the whole list. Null or empty means the whole region.',
  })
  municipalityIds?: string[] | null;

  @NeverCleared(() => [Sector], 'Sectors it is concerned with')
  sectors?: (keyof typeof Sector)[];

  @Field(() => [ID], { nullable: true, description: 'Its themes; replaces the whole list.' })
  themeIds?: string[] | null;

  @Field(() => MeetingRhythm, { nullable: true, description: 'How often it meets.' })
  meetingRhythm?: keyof typeof MeetingRhythm | null;

  @Field(() => ID, { nullable: true, description: 'The contact person.' })
  contactPersonId?: string | null;

  @Extensions({ unseen: 'dropped' })
  @Field(() => String, {
    nullable: true,
    description:
      'Mailbox of the network, as a role: answers to mail about it go there. A first one counts at once, another ' +
      'one once the link that is mailed there was followed. Null for that of its region.',
  })
  mailbox?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Who answers for its personal data, if that is another organisation than that of the region; null for that.',
  })
  responsibleOrganisationId?: string | null;
}

@InputType({ description: 'Changes a network.' })
export class OudernetwerkUpdateInput extends VersionedInput {
  @Field(() => ID, { description: 'The network.' })
  id: string;

  @Field(() => OudernetwerkPatch, { description: 'The changes.' })
  patch: OudernetwerkPatch;
}

@InputType({ description: 'Activates a network for the first time or after a pause.' })
export class OudernetwerkActivateInput extends VersionedInput {
  @Field(() => ID, { description: 'The network; it must be FORMING or DORMANT.' })
  id: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First active day of a network that is forming, not in the future; defaults to today.',
  })
  on?: PlainDate | null;
}

@InputType({ description: 'Pauses a network.' })
export class OudernetwerkPauseInput extends VersionedInput {
  @Field(() => ID, { description: 'The network; it must be ACTIVE.' })
  id: string;
}
