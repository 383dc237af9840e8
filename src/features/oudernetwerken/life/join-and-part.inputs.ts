import { Extensions, Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { MutationInput, VersionedInput } from '../../../writes/mutation-input.js';
import { MeetingRhythm, Sector } from '../oudernetwerk.enums.js';

@InputType({ description: 'Lets networks go up in another one of the same region.' })
export class OudernetwerkMergeInput extends MutationInput {
  @Field(() => [ID], {
    description: 'The networks that go up in the other one, at least one; they end. None may have ended.',
  })
  ids: string[];

  @Field(() => ID, {
    description:
      'The network in which they go up; it goes on, without an end on record. Active, if one of them is.',
  })
  into: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day of those that go up in it: not in the future, nor before the first day of any role in them that has ' +
      'begun; defaults to today.',
  })
  on?: PlainDate | null;

  @Extensions({ multiline: true })
  @Field({ description: 'Reason, 1 to 500 characters.' })
  reason: string;
}

@InputType({ description: 'A network that parts from another one.' })
export class OudernetwerkPartInput {
  @Field({ description: 'Name, 1 to 200 characters.' })
  name: string;

  @Extensions({ multiline: true })
  @Field(() => String, { nullable: true, description: 'Purpose, at most 2,000 characters.' })
  purpose?: string | null;

  @Field(() => [Sector], {
    nullable: true,
    description: 'Sectors it is concerned with; defaults to those of the other one.',
  })
  sectors?: (keyof typeof Sector)[] | null;

  @Field(() => MeetingRhythm, { nullable: true, description: 'How often it meets.' })
  meetingRhythm?: keyof typeof MeetingRhythm | null;
}

@InputType({ description: 'Lets a part of a network go on as a network of its own.' })
export class OudernetwerkSplitInput extends VersionedInput {
  @Field(() => ID, { description: 'The network; active or paused, without an end on record.' })
  id: string;

  @Field(() => OudernetwerkPartInput, { description: 'The new network.' })
  new: OudernetwerkPartInput;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'First day of the new network: not in the future, and after the first day on which the other one was active; ' +
      'defaults to today.',
  })
  on?: PlainDate | null;

  @Field(() => [ID], {
    defaultValue: [],
    description: 'Memberships that go along: they end here on the day before, and begin there.',
  })
  memberIds: string[];

  @Field(() => [ID], {
    defaultValue: [],
    description:
      'Trekkerschappen that go along, with their tenure and the search for a successor. Without one, the new network ' +
      'begins with a caretaker.',
  })
  trekkerIds: string[];

  @Field(() => ID, {
    nullable: true,
    description: 'Organisation that is the caretaker of the new network; null if none is appointed.',
  })
  caretakerId?: string | null;
}
