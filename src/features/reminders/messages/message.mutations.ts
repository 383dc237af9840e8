import { FieldResolver, Int, Resolver } from 'type-graphql';
import { oneFrom, readByEngine, Reads } from '../../../reads/mapping.js';
import { sql } from '../../../reads/sql.js';
import { Mutates } from '../../../writes/mutate.js';
import { Activity } from '../../oudernetwerken/records/network-records.type.js';
import { Oudernetwerk } from '../../oudernetwerken/oudernetwerk.type.js';
import { MessageSendInput } from './message.inputs.js';
import { NetworkMessage } from './network-message.type.js';
import { sendMessage } from './send-message.js';

@Resolver()
export class MessageMutations {
  @Mutates(sendMessage, {
    description:
      'Writes to the members and trekkers of a network by mail. It shows no address to anybody, so it needs no consent to ' +
      'contact; answers go to the role mailbox of the network or its region. Each mail has a link that stops messages of ' +
      'this network. The network has it as an activity of kind CONTACT. At most twice a day for a network, and five times ' +
      'for whoever writes. Allowed for coordinators and supporters of the network, and for its trekkers.',
    answers: {
      oudernetwerk: { type: () => Oudernetwerk, description: 'The network.' },
      activity: { type: () => Activity, description: 'The message, as the network has it.' },
      sentTo: { type: () => Int, description: 'How many get it.' },
      notSentTo: {
        type: () => Int,
        description:
          'How many do not, of those who take part: no mail reaches them, they are left alone, want no messages of this ' +
          'network, or were not told yet that they are on record. Not which of these: that would tell who said what.',
      },
    },
    refusals: ['NETWORK_ENDED', 'TOO_MANY_MESSAGES', 'TOO_MANY_FROM_YOU'],
  })
  messageSend(_input: MessageSendInput): void {}
}

@Resolver(() => Activity)
export class ActivityMessage {
  @Reads(
    oneFrom((activity) => sql`select * from network_messages m where m.activity_id = ${activity}.id limit 1`),
  )
  @FieldResolver(() => NetworkMessage, {
    nullable: true,
    description:
      'The message that was sent to the members; null if it is none. Visible to whoever carries the network, and not to ' +
      'the national office as such.',
  })
  message(): NetworkMessage | null {
    return readByEngine();
  }
}
