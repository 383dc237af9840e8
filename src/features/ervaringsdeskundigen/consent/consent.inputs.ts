import { Field, ID, InputType } from 'type-graphql';
import { MutationInput } from '../../../writes/mutation-input.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { ConsentChannel, ConsentLanguage, ConsentScope } from '../ervaringsdeskundige.enums.js';

const channel = {
  nullable: true,
  description:
    'How. The person themselves: ONLINE, which may be left out. A coordinator on their behalf says which other way it was.',
};

@InputType({
  description: 'That somebody agrees to be found for seats. It takes the place of an earlier consent.',
})
export class FindableConsentGiveInput extends MutationInput {
  @Field(() => ID, { description: 'Who agrees.' })
  ervaringsdeskundigeId: string;

  @Field(() => [ConsentScope], {
    description:
      'Where they may be found: in the region or in the country, which holds the region; by apps besides.',
  })
  scopes: (keyof typeof ConsentScope)[];

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day on which it holds, at most five years from today; two years from today when left out.',
  })
  until?: PlainDate | null;

  @Field({ description: 'Version of the words that were shown: that of `findableConsentText` today.' })
  textVersion: string;

  @Field(() => ConsentLanguage, {
    nullable: true,
    description: 'Language of the words that were shown; that of the viewer when left out.',
  })
  language?: keyof typeof ConsentLanguage | null;

  @Field(() => ConsentChannel, channel)
  channel?: keyof typeof ConsentChannel | null;
}

@InputType({ description: 'That somebody takes back their consent to be found.' })
export class FindableConsentWithdrawInput extends MutationInput {
  @Field(() => ID, { description: 'Who takes it back.' })
  ervaringsdeskundigeId: string;

  @Field(() => ConsentChannel, channel)
  channel?: keyof typeof ConsentChannel | null;
}
