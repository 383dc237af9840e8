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

const OudernetwerkOrderField = describedEnum(
  'OudernetwerkOrderField',
  'Fields by which networks can be sorted.',
  {
    NAME: 'Name, ignoring case and accents.',
    ACTIVE_FROM: 'First active day; networks that are forming last.',
    LAST_ACTIVITY_ON: 'Day of the latest activity; networks without activities last.',
    SEVERITY: 'Severity of the worst finding; networks that are not assessed rank below stable ones.',
    SECURED_UNTIL: 'Last day on which somebody is expected to lead; networks without such a day first.',
  },
);
const OudernetwerkOrder = orderInput('Oudernetwerk', OudernetwerkOrderField);

@InputType({ description: 'Conditions on networks; all of them must hold.' })
export class OudernetwerkFilter {
  @Field(() => ID, { nullable: true, description: 'Owned by this region or a region below it.' })
  regionId?: string;

  @Field(() => ID, { nullable: true, description: 'Works in this municipality.' })
  municipalityId?: string;

  @Field(() => [OudernetwerkStatus], { nullable: true, description: 'Has one of these statuses.' })
  status?: (keyof typeof OudernetwerkStatus)[];

  @Field(() => Sector, { nullable: true, description: 'Concerned with this sector.' })
  sector?: keyof typeof Sector;

  @Field(() => ID, { nullable: true, description: 'Has this theme.' })
  themeId?: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Has no activity on or after this day; only networks of which you are an insider.',
  })
  inactiveSince?: PlainDate;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: led only by a caretaker today, be it because whoever leads is away; false: the others. That somebody is away ' +
      'counts for those who may know it.',
  })
  ledByCaretaker?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: supported by an organisation today; false: not supported.',
  })
  supported?: boolean;

  @Field(() => [ContinuityBand], {
    nullable: true,
    description: 'Has one of these bands today; only networks of which you are an insider.',
  })
  band?: (keyof typeof ContinuityBand)[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Assessed, and nobody is expected to lead after this day.',
  })
  securedUntil?: PlainDate;

  @Field(() => String, {
    nullable: true,
    description:
      'Has each of these words, or of their beginnings, somewhere in its name, accents and infixes aside. Only if ' +
      'there are none, those whose name resembles the text.',
  })
  search?: string;
}

@ArgsType()
export class OudernetwerkPage extends Page {
  @Field(() => OudernetwerkFilter, { nullable: true, description: 'Restricts the list of networks.' })
  filter?: OudernetwerkFilter;

  @Field(() => OudernetwerkOrder, { nullable: true, description: 'Sort order; defaults to by name.' })
  orderBy?: { field: string; direction: OrderDirection };
}

@InputType({ description: 'Conditions on trekker-ouders; all of them must hold.' })
export class TrekkerOuderFilter {
  @Field(() => DateScalar, { nullable: true, description: 'Leads on this day; defaults to today.' })
  on?: PlainDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Plans to stop, or is recorded as stopping, on or before this day.',
  })
  stopsUntil?: PlainDate;

  @Field(() => ID, { nullable: true, description: 'Leads a network of this region or a region below it.' })
  regionId?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Has a name like this; tolerant of spelling and accents.',
  })
  search?: string;
}

@ArgsType()
export class TrekkerOuderPage extends ForwardPage {
  @Field(() => TrekkerOuderFilter, { nullable: true, description: 'Restricts the list of trekker-ouders.' })
  filter?: TrekkerOuderFilter;
}
