import { ArgsType, Field, ID, InputType } from 'type-graphql';
import {
  connectionType,
  describedEnum,
  type OrderDirection,
  orderInput,
  Page,
} from '../../graphql/connections.js';
import { Domain } from '../organisations/organisation.type.js';
import { DayPart, ParticipationForm } from '../people/person.enums.js';
import { Level, MeetingForm, TrainingState } from './ervaringsdeskundige.enums.js';
import { Ervaringsdeskundige } from './ervaringsdeskundige.type.js';

export const ErvaringsdeskundigeConnection = connectionType('Ervaringsdeskundige', () => Ervaringsdeskundige);

const ErvaringsdeskundigeOrderField = describedEnum(
  'ErvaringsdeskundigeOrderField',
  'Fields by which ervaringsdeskundigen can be sorted.',
  {
    REGISTERED_ON: 'Day of registration.',
    PSEUDONYM: 'The pseudonym, which is random, so that nobody is favoured.',
  },
);
const ErvaringsdeskundigeOrder = orderInput('Ervaringsdeskundige', ErvaringsdeskundigeOrderField);

@InputType({ description: 'Conditions on a training; both must hold for the same one.' })
export class TrainingFilter {
  @Field(() => String, { nullable: true, description: 'Has this title, ignoring case and accents.' })
  title?: string;

  @Field(() => TrainingState, { nullable: true, description: 'Has this state today.' })
  state?: keyof typeof TrainingState;
}

@InputType({ description: 'Conditions on ervaringsdeskundigen; all of them must hold.' })
export class ErvaringsdeskundigeFilter {
  @Field(() => ID, { nullable: true, description: 'Has experience with this theme or one below it.' })
  themeId?: string;

  @Field(() => Domain, { nullable: true, description: 'Knows this field of work.' })
  domain?: keyof typeof Domain;

  @Field(() => Level, { nullable: true, description: 'Would like to take part at this level.' })
  level?: keyof typeof Level;

  @Field(() => String, { nullable: true, description: 'Speaks this language, an ISO 639 code.' })
  language?: string;

  @Field(() => DayPart, { nullable: true, description: 'Available in this part of the week.' })
  dayPart?: keyof typeof DayPart;

  @Field(() => MeetingForm, { nullable: true, description: 'Takes part in meetings in this way.' })
  meetingForm?: keyof typeof MeetingForm;

  @Field(() => ParticipationForm, { nullable: true, description: 'Would like to take part in this way.' })
  participationForm?: keyof typeof ParticipationForm;

  @Field(() => ID, { nullable: true, description: 'Lives in this region or a region below it.' })
  regionId?: string;

  @Field(() => TrainingFilter, { nullable: true, description: 'Completed such a training.' })
  training?: TrainingFilter;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only those established to represent the experience of other parents (true), or established not to ' +
      '(false).',
  })
  bringsOthersExperience?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only those established to relate to the way professionals work (true), or established not to (false).',
  })
  connectsWithProfessionals?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: not paused today and holding fewer seats than their maximum; false: the others.',
  })
  available?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True, the default: consents to be findable today. False: does not consent; only those of your own ' +
      'region, or yourself.',
  })
  findable?: boolean;
}

@ArgsType()
export class ErvaringsdeskundigePage extends Page {
  @Field(() => ErvaringsdeskundigeFilter, {
    nullable: true,
    description: 'Restricts the list of ervaringsdeskundigen.',
  })
  filter?: ErvaringsdeskundigeFilter;

  @Field(() => ErvaringsdeskundigeOrder, {
    nullable: true,
    description: 'Sort order; defaults to the latest registration first.',
  })
  orderBy?: { field: string; direction: OrderDirection };
}
