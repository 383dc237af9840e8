import { Field, ID, InputType } from 'type-graphql';
import { MutationInput } from '../../../writes/mutation-input.js';
import { ConsentChannel, ConsentLanguage, PersonConsentPurpose } from '../ervaringsdeskundige.enums.js';

const channel = {
  nullable: true,
  description:
    'How it was said. For the person themselves it is ONLINE, which may be omitted; a coordinator acting on their ' +
    'behalf states another channel.',
};

@InputType({ description: 'Says yes to a purpose.' })
export class ConsentGiveInput extends MutationInput {
  @Field(() => ID, { description: 'The person who consents.' })
  personId: string;

  @Field(() => PersonConsentPurpose, { description: 'What they say yes to.' })
  purpose: keyof typeof PersonConsentPurpose;

  @Field({ description: 'Version of the text that was shown; it must be the one in `consentTexts`.' })
  textVersion: string;

  @Field(() => ConsentLanguage, {
    nullable: true,
    description: 'Language of the text that was shown; defaults to the viewer’s.',
  })
  language?: keyof typeof ConsentLanguage | null;

  @Field(() => ConsentChannel, channel)
  channel?: keyof typeof ConsentChannel | null;
}

@InputType({ description: 'Withdraws a yes to a purpose, or says no to it.' })
export class ConsentWithdrawInput extends MutationInput {
  @Field(() => ID, { description: 'The person who withdraws it.' })
  personId: string;

  @Field(() => PersonConsentPurpose, { description: 'What they say no to.' })
  purpose: keyof typeof PersonConsentPurpose;

  @Field(() => ConsentChannel, channel)
  channel?: keyof typeof ConsentChannel | null;
}
