import { ArgsType, Field, ID, InputType } from 'type-graphql';
import {
  connectionType,
  describedEnum,
  ForwardPage,
  type OrderDirection,
  orderInput,
  Page,
} from '../../graphql/connections.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { ContinuityBand, OudernetwerkStatus, Sector } from './oudernetwerk.enums.js';
import { Oudernetwerk } from './oudernetwerk.type.js';

export const OudernetwerkConnection = connectionType('Oudernetwerk', () => Oudernetwerk);

const OudernetwerkOrderField = describedEnum('OudernetwerkOrderField', 'What networks can be sorted by.', {
  NAME: 'The name, without case and accents.',
  ACTIVE_FROM: 'First active day; networks that are forming last.',
  LAST_ACTIVITY_ON: 'Day of the last activity; networks without any last.',
  SEVERITY: 'How bad the worst finding is; networks that are not judged count as less than stable ones.',
  SECURED_UNTIL: 'Last day on which somebody is expected to lead; networks without any first.',
});
const OudernetwerkOrder = orderInput('Oudernetwerk', OudernetwerkOrderField);

@InputType({ description: 'Which networks; conditions are combined with and.' })
export class OudernetwerkFilter {
  @Field(() => ID, { nullable: true, description: 'Owned by this region or one below it.' })
  regionId?: string;

  @Field(() => ID, { nullable: true, description: 'Working in this municipality.' })
  municipalityId?: string;

  @Field(() => [OudernetwerkStatus], { nullable: true, description: 'In one of these states.' })
  status?: (keyof typeof OudernetwerkStatus)[];

  @Field(() => Sector, { nullable: true, description: 'About this sector.' })
  sector?: keyof typeof Sector;

  @Field(() => ID, { nullable: true, description: 'With this theme.' })
  themeId?: string;

  @Field(() => DateScalar, { nullable: true, description: 'Without any activity on or after this day.' })
  inactiveSince?: PlainDate;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only a caretaker leads it today; false: not so.',
  })
  ledByCaretaker?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: an organisation supports it today; false: none does.',
  })
  supported?: boolean;

  @Field(() => [ContinuityBand], {
    nullable: true,
    description: 'In one of these bands today, as far as you see them from inside.',
  })
  band?: (keyof typeof ContinuityBand)[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Judged, and without anybody who is expected to lead after this day.',
  })
  securedUntil?: PlainDate;

  @Field(() => String, {
    nullable: true,
    description: 'With a name like this; spelling and accents forgiven.',
  })
  search?: string;
}

@ArgsType()
export class OudernetwerkPage extends Page {
  @Field(() => OudernetwerkFilter, { nullable: true, description: 'Which networks.' })
  filter?: OudernetwerkFilter;

  @Field(() => OudernetwerkOrder, { nullable: true, description: 'Order; by name when left out.' })
  orderBy?: { field: string; direction: OrderDirection };
}

@InputType({ description: 'Which trekker-ouders; conditions are combined with and.' })
export class TrekkerOuderFilter {
  @Field(() => DateScalar, { nullable: true, description: 'Leading on this day; today when left out.' })
  on?: PlainDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Planning to stop, or recorded as stopping, on or before this day.',
  })
  stopsUntil?: PlainDate;

  @Field(() => ID, { nullable: true, description: 'Leading a network of this region or one below it.' })
  regionId?: string;

  @Field(() => String, {
    nullable: true,
    description: 'With a name like this; spelling and accents forgiven.',
  })
  search?: string;
}

@ArgsType()
export class TrekkerOuderPage extends ForwardPage {
  @Field(() => TrekkerOuderFilter, { nullable: true, description: 'Which trekker-ouders.' })
  filter?: TrekkerOuderFilter;
}
