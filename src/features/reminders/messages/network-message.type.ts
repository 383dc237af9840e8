import { Field, Int, ObjectType } from 'type-graphql';
import { describedEnum } from '../../../graphql/connections.js';
import { Table } from '../../../reads/mapping.js';
import { NetworkMessageEntity } from './network-message.entity.js';

const MessageWriter = describedEnum('MessageWriter', 'As what somebody wrote to a network.', {
  TREKKER: 'As one who leads it.',
  SUPPORTER: 'For the organisation that supports it.',
  COORDINATOR: 'As a coordinator of a region.',
});

@Table(NetworkMessageEntity)
@ObjectType({ description: 'A message that was sent to the members of a network.' })
export class NetworkMessage {
  @Field(() => MessageWriter, { description: 'As what it was written.' })
  writtenAs: keyof typeof MessageWriter;

  @Field({ description: 'What it was about.' })
  subject: string;

  @Field({ description: 'What it said.' })
  text: string;

  @Field(() => Int, { description: 'How many it was for.' })
  sentTo: number;

  @Field(() => Int, { description: 'How many who take part it was not for.' })
  notSentTo: number;

  @Field(() => Int, {
    description:
      'How many of those it was for did not get it: their mail server refused it, or it failed for days.',
  })
  bounced: number;
}
