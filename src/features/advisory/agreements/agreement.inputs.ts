import { Extensions, Field, ID, InputType } from 'type-graphql';
import { MutationInput } from '../../../writes/mutation-input.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';

@InputType({ description: 'Asks another region to agree that a body or a network works there as well.' })
export class RegionAgreementAskInput extends MutationInput {
  @Field(() => ID, { description: 'The AdvisoryBody or the Oudernetwerk.' })
  subjectId: string;

  @Field(() => ID, {
    description: 'The other region: neither the country, nor its own region or a region below that.',
  })
  regionId: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day, at most two years ahead; defaults to today.',
  })
  from?: PlainDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day, at most ten years ahead; null to let it go on until one of the regions ends it.',
  })
  until?: PlainDate | null;

  @Extensions({ multiline: true })
  @Field({ description: 'What it wants to do there, 1 to 1,000 characters; both regions can read it.' })
  motivation: string;

  @Extensions({ multiline: true })
  @Field(() => String, {
    nullable: true,
    description:
      'Who answers for which personal data, where both regions keep something together, at most 1,000 characters. Both can ' +
      'read it, and it is agreed along with the rest.',
  })
  responsibilities?: string | null;
}
