import { ArgsType, Field, ID, InputType } from 'type-graphql';
import {
  connectionType,
  describedEnum,
  ForwardPage,
  type OrderDirection,
  orderInput,
} from '../../graphql/connections.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { Level } from '../ervaringsdeskundigen/ervaringsdeskundige.enums.js';
import { Domain } from '../organisations/organisation.type.js';
import { AdvisoryBody } from './bodies/advisory-body.type.js';
import { AdvisorySeat } from './seats/advisory-seat.type.js';
import { AdvisoryBodyKind, AdvisoryBodyStatus, SeatStatus } from './advisory.enums.js';

export const AdvisoryBodyConnection = connectionType('AdvisoryBody', () => AdvisoryBody);

@InputType({ description: 'Conditions on bodies; all of them must hold.' })
class AdvisoryBodyFilter {
  @Field(() => [AdvisoryBodyKind], { nullable: true, description: 'Of one of these kinds.' })
  kind?: (keyof typeof AdvisoryBodyKind)[];

  @Field(() => ID, {
    nullable: true,
    description: 'Owned by, or today also working in, this region or a region below it.',
  })
  regionId?: string;

  @Field(() => Level, { nullable: true, description: 'Works at this level.' })
  level?: keyof typeof Level;

  @Field(() => Domain, { nullable: true, description: 'Works in this field.' })
  domain?: keyof typeof Domain;

  @Field(() => [AdvisoryBodyStatus], { nullable: true, description: 'Has one of these statuses today.' })
  status?: (keyof typeof AdvisoryBodyStatus)[];

  @Field(() => String, {
    nullable: true,
    description:
      'Has each of these words, or of their beginnings, somewhere in its name, accents and infixes aside. Only if ' +
      'there are none, those whose name resembles the text.',
  })
  search?: string;
}

@ArgsType()
export class AdvisoryBodyPage extends ForwardPage {
  @Field(() => AdvisoryBodyFilter, { nullable: true, description: 'Restricts the list of bodies.' })
  filter?: AdvisoryBodyFilter;
}

export const AdvisorySeatConnection = connectionType('AdvisorySeat', () => AdvisorySeat);

const AdvisorySeatOrderField = describedEnum(
  'AdvisorySeatOrderField',
  'Fields by which seats can be sorted.',
  {
    TITLE: 'Title, ignoring case and accents.',
    VACANT_SINCE: 'First day of the current vacancy; seats that are not vacant last.',
    LATEST_END: 'Last day of the current holder’s term; vacant seats last.',
  },
);
const AdvisorySeatOrder = orderInput('AdvisorySeat', AdvisorySeatOrderField);

@InputType({ description: 'Conditions on seats; all of them must hold.' })
class AdvisorySeatFilter {
  @Field(() => [SeatStatus], { nullable: true, description: 'Has one of these statuses on the day `on`.' })
  status?: (keyof typeof SeatStatus)[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Reference day for `status`; defaults to today.',
  })
  on?: PlainDate;

  @Field(() => ID, {
    nullable: true,
    description: 'Belongs to a body owned by this region or a region below it.',
  })
  regionId?: string;

  @Field(() => ID, { nullable: true, description: 'Belongs to this body.' })
  bodyId?: string;

  @Field(() => [AdvisoryBodyKind], {
    nullable: true,
    description: 'Belongs to a body of one of these kinds.',
  })
  bodyKind?: (keyof typeof AdvisoryBodyKind)[];

  @Field(() => Level, { nullable: true, description: 'Belongs to a body at this level.' })
  level?: keyof typeof Level;

  @Field(() => Domain, { nullable: true, description: 'Belongs to a body in this field of work.' })
  domain?: keyof typeof Domain;

  @Field(() => ID, { nullable: true, description: 'Requires or prefers experience with this theme.' })
  themeId?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Has each of these words, or of their beginnings, somewhere in its title, accents aside. Only if there are none, ' +
      'those whose title resembles the text.',
  })
  search?: string;
}

@ArgsType()
export class SeatsOfBodyPage extends ForwardPage {
  @Field(() => AdvisorySeatFilter, { nullable: true, description: 'Restricts the list of seats.' })
  filter?: AdvisorySeatFilter;
}

@ArgsType()
export class AdvisorySeatPage extends SeatsOfBodyPage {
  @Field(() => AdvisorySeatOrder, { nullable: true, description: 'Sort order; defaults to by title.' })
  orderBy?: { field: string; direction: OrderDirection };
}
