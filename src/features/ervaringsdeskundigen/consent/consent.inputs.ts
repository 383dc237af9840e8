import { Field, ID, InputType } from 'type-graphql';
import { MutationInput } from '../../../writes/mutation-input.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { ConsentChannel, ConsentLanguage, ConsentScope } from '../ervaringsdeskundige.enums.js';

const channel = {
  nullable: true,
  description:
    'How consent was given or withdrawn. For the person themselves it is ONLINE, which may be omitted; a ' +
    'coordinator acting on their behalf states another channel.',
};

@InputType({
  description: 'Gives consent to be findable for seats. It replaces any earlier consent.',
})
export class FindableConsentGiveInput extends MutationInput {
  @Field(() => ID, { description: 'The ervaringsdeskundige who consents.' })
  ervaringsdeskundigeId: string;

  @Field(() => [ConsentScope], {
    description:
      'Where they are findable: in their region, by bodies that work there by agreement as well, or in the whole ' +
      'country; optionally also in partner apps. A coordinator records what reaches beyond the region only from ' +
      'paper, and never more than the person allowed themselves last, signed in: nothing if they withdrew it.',
  })
  scopes: (keyof typeof ConsentScope)[];

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day on which it is valid, at most five years from today; defaults to two years from today.',
  })
  until?: PlainDate | null;

  @Field({
    description:
      'Version of the text that was shown; it must be the current version of `findableConsentText` for the scope.',
  })
  textVersion: string;

  @Field(() => ConsentLanguage, {
    nullable: true,
    description: 'Language of the text that was shown; defaults to the viewer’s.',
  })
  language?: keyof typeof ConsentLanguage | null;

  @Field(() => ConsentChannel, channel)
  channel?: keyof typeof ConsentChannel | null;
}

@InputType({ description: 'Withdraws consent to be findable.' })
export class FindableConsentWithdrawInput extends MutationInput {
  @Field(() => ID, { description: 'The ervaringsdeskundige who withdraws consent.' })
  ervaringsdeskundigeId: string;

  @Field(() => ConsentChannel, channel)
  channel?: keyof typeof ConsentChannel | null;
}
