import { Extensions, Field, ID, InputType } from 'type-graphql';
import { MutationInput } from '../../../writes/mutation-input.js';

@InputType({ description: 'A message to the members of a network.' })
export class MessageSendInput extends MutationInput {
  @Field(() => ID, { description: 'The network.' })
  oudernetwerkId: string;

  @Field({ description: 'What it is about, 1 to 150 characters on one line.' })
  subject: string;

  @Extensions({ multiline: true })
  @Field({
    description:
      'What it says, 1 to 2,000 characters; paragraphs are separated by an empty line. Nothing about one child, and no ' +
      'citizen service number.',
  })
  text: string;
}
