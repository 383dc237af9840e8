import { FieldResolver, Int, Resolver } from 'type-graphql';
import { oneFrom, readByEngine, Reads } from '../../reads/mapping.js';
import { sql } from '../../reads/sql.js';
import { Mutates } from '../../writes/mutate.js';
import { Consent } from '../ervaringsdeskundigen/consent/consent.type.js';
import { Oudernetwerk } from '../oudernetwerken/oudernetwerk.type.js';
import { Person } from '../people/person.type.js';
import { askNetworkContact } from './ask-network-contact.js';
import {
  NetworkContactAskInput,
  NetworkContactGiveInput,
  NetworkContactWithdrawInput,
} from './network-contact.inputs.js';
import { giveNetworkContact, withdrawNetworkContact } from './save-network-contact.js';

const answers = {
  person: { type: () => Person, description: 'The person.' },
  consent: { type: () => Consent, description: 'The entry in the ledger that holds.' },
};

@Resolver()
export class NetworkContactMutations {
  @Mutates(giveNetworkContact, {
    description:
      'Lets trekkers and supporters of a person’s network see how to reach them, as long as they take part. Allowed ' +
      'for the person, and for coordinators of their home region to whom they said so.',
    answers,
    refusals: ['PERSON_DECEASED', 'OTHER_CONSENT_TEXT', 'OTHER_CHANNEL', 'WIDER_THAN_GIVEN'],
  })
  networkContactGive(_input: NetworkContactGiveInput): void {}

  @Mutates(withdrawNetworkContact, {
    description:
      'Withdraws it, or records that the person said no when asked: from then on they see only the name. After the ' +
      'person did so themselves nobody else gives it for them. Allowed for the person, and for coordinators of their ' +
      'home region.',
    answers,
    refusals: ['OTHER_CHANNEL'],
  })
  networkContactWithdraw(_input: NetworkContactWithdrawInput): void {}

  @Mutates(askNetworkContact, {
    description:
      'Asks the members of a network by mail whether it may reach them: those who take part today and do not lead ' +
      'it, have an address, said nothing yet, and were not asked in the last half year. The mail leads to a page where they say yes or no ' +
      'without signing in. For coordinators of its region, and its supporters.',
    answers: {
      oudernetwerk: { type: () => Oudernetwerk, description: 'The network.' },
      asked: { type: () => Int, description: 'How many members are asked.' },
      notAsked: {
        type: () => Int,
        description:
          'How many are not, of the members who do not lead it: no mail reaches them, they are left alone, said yes or ' +
          'no before, or were asked in the last half year. Not which of these: that would tell who said what.',
      },
    },
    refusals: ['NETWORK_ENDED'],
  })
  networkContactAsk(_input: NetworkContactAskInput): void {}
}

@Resolver(() => Person)
export class PersonNetworkContact {
  @Reads(
    oneFrom(
      (person) => sql`select * from consents c
        where c.person_id = ${person}.id and c.purpose = 'CONTACT_BY_NETWORK'
        order by c.recorded_at desc, c.id desc limit 1`,
    ),
  )
  @FieldResolver(() => Consent, {
    nullable: true,
    description:
      'What they said last of being reached by their network. Visible to the person themselves and coordinators of ' +
      'their home region; null for others, and if they said nothing.',
  })
  networkContact(): Consent | null {
    return readByEngine();
  }
}
