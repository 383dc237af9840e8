import { Field, Float, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { type Basis, ENOUGH_TENURES } from './forecast.js';

const ForecastBasis = describedEnum('ForecastBasis', 'Whose tenures a forecast rests on.', {
  REGION: 'Those of the region of the network and the regions below it.',
  COUNTRY: `Those of the whole country: the region has fewer than ${ENOUGH_TENURES}.`,
});

@ObjectType({ description: 'How likely it is that a network still has a trekker on a day.' })
export class SurvivalPoint {
  @Field(() => DateScalar, { description: 'First day of a month.' })
  month: PlainDate;

  @Field(() => Float, {
    description:
      '0 to 1: that at least one trekker is there on that day. It rests on how long others went on who had led as long, and on ends that are planned or recorded.',
  })
  probability: number;

  @Field(() => Int, { description: 'How many tenures, past and present, it rests on.' })
  tenures: number;

  @Field(() => ForecastBasis, { description: 'Whose tenures these are.' })
  basis: Basis;
}
