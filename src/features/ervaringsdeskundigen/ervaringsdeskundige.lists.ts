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
  'What ervaringsdeskundigen can be sorted by.',
  {
    REGISTERED_ON: 'Day on which they were registered.',
    PSEUDONYM: 'The pseudonym, which is made at random: it puts nobody first.',
  },
);
const ErvaringsdeskundigeOrder = orderInput('Ervaringsdeskundige', ErvaringsdeskundigeOrderField);

@InputType({ description: 'One training that somebody completed; both conditions are about the same one.' })
export class TrainingFilter {
  @Field(() => String, { nullable: true, description: 'With this title; case and accents do not matter.' })
  title?: string;

  @Field(() => TrainingState, { nullable: true, description: 'In this state today.' })
  state?: keyof typeof TrainingState;
}

@InputType({ description: 'Which ervaringsdeskundigen; conditions are combined with and.' })
export class ErvaringsdeskundigeFilter {
  @Field(() => ID, { nullable: true, description: 'With this theme or one below it.' })
  themeId?: string;

  @Field(() => Domain, { nullable: true, description: 'Knowing this field of work.' })
  domain?: keyof typeof Domain;

  @Field(() => Level, { nullable: true, description: 'Liking to take part at this level.' })
  level?: keyof typeof Level;

  @Field(() => String, { nullable: true, description: 'Speaking this language, an ISO 639 code.' })
  language?: string;

  @Field(() => DayPart, { nullable: true, description: 'Able to be there at this time.' })
  dayPart?: keyof typeof DayPart;

  @Field(() => MeetingForm, { nullable: true, description: 'Meeting in this way.' })
  meetingForm?: keyof typeof MeetingForm;

  @Field(() => ParticipationForm, { nullable: true, description: 'Liking to take part in this way.' })
  participationForm?: keyof typeof ParticipationForm;

  @Field(() => ID, { nullable: true, description: 'Living in this region or one below it.' })
  regionId?: string;

  @Field(() => TrainingFilter, { nullable: true, description: 'Having completed such a training.' })
  training?: TrainingFilter;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Of whom this was established: they do (true) or do not (false) bring what others experience.',
  })
  bringsOthersExperience?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of whom this was established: they do (true) or do not (false) connect with professionals.',
  })
  connectsWithProfessionals?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: not paused today and holding fewer seats than they would at most; false: not so.',
  })
  available?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True, or left out: who consents to be found today. False: of your own region, or yourself, who does not.',
  })
  findable?: boolean;
}

@ArgsType()
export class ErvaringsdeskundigePage extends Page {
  @Field(() => ErvaringsdeskundigeFilter, { nullable: true, description: 'Which ervaringsdeskundigen.' })
  filter?: ErvaringsdeskundigeFilter;

  @Field(() => ErvaringsdeskundigeOrder, {
    nullable: true,
    description: 'Order; who was registered last comes first when left out.',
  })
  orderBy?: { field: string; direction: OrderDirection };
}
