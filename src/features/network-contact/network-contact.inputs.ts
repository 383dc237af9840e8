import { Field, ID, InputType } from 'type-graphql';
import { MutationInput } from '../../writes/mutation-input.js';
import { ConsentChannel, ConsentLanguage } from '../ervaringsdeskundigen/ervaringsdeskundige.enums.js';

const channel = {
  nullable: true,
  description:
    'How it was said. For the person themselves it is ONLINE, which may be omitted; a coordinator acting on their ' +
    'behalf states another channel.',
};

@InputType({ description: 'Lets the network of a person reach them.' })
export class NetworkContactGiveInput extends MutationInput {
  @Field(() => ID, { description: 'The person who consents.' })
  personId: string;

  @Field({
    description: 'Version of the text that was shown; it must be that of `networkContactText`.',
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

@InputType({ description: 'Withdraws that the network of a person may reach them.' })
export class NetworkContactWithdrawInput extends MutationInput {
  @Field(() => ID, { description: 'The person who withdraws it.' })
  personId: string;

  @Field(() => ConsentChannel, channel)
  channel?: keyof typeof ConsentChannel | null;
}

@InputType({ description: 'Asks members whether their network may reach them.' })
export class NetworkContactAskInput extends MutationInput {
  @Field(() => ID, { description: 'The network whose members are asked.' })
  oudernetwerkId: string;
}
