import { Extensions, Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { VersionedInput } from '../../../writes/mutation-input.js';

@InputType({ description: 'Asks another region to take over a network.' })
export class OudernetwerkMoveInput extends VersionedInput {
  @Field(() => ID, { description: 'The network.' })
  id: string;

  @Field(() => ID, { description: 'The region to which it moves; not the country.' })
  toRegionId: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'First day on which it is of that region, at most two years ahead; defaults to today. If the region agrees later, ' +
      'it is the day of its decision.',
  })
  on?: PlainDate | null;

  @Extensions({ multiline: true })
  @Field({ description: 'Why it moves, 1 to 1,000 characters; both regions can read it.' })
  motivation: string;
}
