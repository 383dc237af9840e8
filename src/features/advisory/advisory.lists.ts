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

@InputType({ description: 'Which bodies; conditions are combined with and.' })
class AdvisoryBodyFilter {
  @Field(() => [AdvisoryBodyKind], { nullable: true, description: 'Of one of these sorts.' })
  kind?: (keyof typeof AdvisoryBodyKind)[];

  @Field(() => ID, {
    nullable: true,
    description: 'Owned by, or also working for, this region or one below it.',
  })
  regionId?: string;

  @Field(() => Level, { nullable: true, description: 'Working at this level.' })
  level?: keyof typeof Level;

  @Field(() => Domain, { nullable: true, description: 'Working in this field.' })
  domain?: keyof typeof Domain;

  @Field(() => [AdvisoryBodyStatus], { nullable: true, description: 'In one of these states today.' })
  status?: (keyof typeof AdvisoryBodyStatus)[];

  @Field(() => String, {
    nullable: true,
    description: 'With a name like this; spelling and accents forgiven.',
  })
  search?: string;
}

@ArgsType()
export class AdvisoryBodyPage extends ForwardPage {
  @Field(() => AdvisoryBodyFilter, { nullable: true, description: 'Which bodies.' })
  filter?: AdvisoryBodyFilter;
}

export const AdvisorySeatConnection = connectionType('AdvisorySeat', () => AdvisorySeat);

const AdvisorySeatOrderField = describedEnum('AdvisorySeatOrderField', 'What seats can be sorted by.', {
  TITLE: 'The title, without case and accents.',
  VACANT_SINCE: 'First day of the vacancy that is there today; seats that are not vacant last.',
  LATEST_END: 'Last day of the term of who holds it today; vacant seats last.',
});
const AdvisorySeatOrder = orderInput('AdvisorySeat', AdvisorySeatOrderField);

@InputType({ description: 'Which seats; conditions are combined with and.' })
class AdvisorySeatFilter {
  @Field(() => [SeatStatus], { nullable: true, description: 'With one of these statuses on the day `on`.' })
  status?: (keyof typeof SeatStatus)[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day that `status` is about; today when left out.',
  })
  on?: PlainDate;

  @Field(() => ID, { nullable: true, description: 'Of bodies owned by this region or one below it.' })
  regionId?: string;

  @Field(() => ID, { nullable: true, description: 'Of this body.' })
  bodyId?: string;

  @Field(() => [AdvisoryBodyKind], { nullable: true, description: 'Of bodies of one of these sorts.' })
  bodyKind?: (keyof typeof AdvisoryBodyKind)[];

  @Field(() => Level, { nullable: true, description: 'Of bodies at this level.' })
  level?: keyof typeof Level;

  @Field(() => Domain, { nullable: true, description: 'Of bodies in this field of work.' })
  domain?: keyof typeof Domain;

  @Field(() => ID, { nullable: true, description: 'Asking for experience with this theme.' })
  themeId?: string;
}

@ArgsType()
export class SeatsOfBodyPage extends ForwardPage {
  @Field(() => AdvisorySeatFilter, { nullable: true, description: 'Which seats.' })
  filter?: AdvisorySeatFilter;
}

@ArgsType()
export class AdvisorySeatPage extends SeatsOfBodyPage {
  @Field(() => AdvisorySeatOrder, { nullable: true, description: 'Order; by title when left out.' })
  orderBy?: { field: string; direction: OrderDirection };
}
