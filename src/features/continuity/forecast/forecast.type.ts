import { Field, Float, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../../../graphql/connections.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { type Basis, ENOUGH_TENURES } from './forecast.js';

const ForecastBasis = describedEnum('ForecastBasis', 'The tenures on which a forecast is based.', {
  REGION: 'Those of the network’s region and the regions below it.',
  COUNTRY: `Those of the whole country, because the region has fewer than ${ENOUGH_TENURES}.`,
});

@ObjectType({ description: 'Probability that a network still has a trekker on a given day.' })
export class SurvivalPoint {
  @Field(() => DateScalar, { description: 'First day of a month.' })
  month: PlainDate;

  @Field(() => Float, {
    description:
      'Probability, 0 to 1, that at least one trekker leads on that day. It is based on how much longer ' +
      'others continued after leading for as long (Kaplan–Meier), and on planned and recorded ends.',
  })
  probability: number;

  @Field(() => Int, { description: 'Number of past and current tenures on which it is based.' })
  tenures: number;

  @Field(() => ForecastBasis, { description: 'The tenures on which it is based.' })
  basis: Basis;
}
