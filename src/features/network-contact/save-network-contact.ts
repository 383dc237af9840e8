import type { Tx } from '../../db/transaction.js';
import { about } from '../../writes/events.js';
import { NothingChanged } from '../../writes/patch.js';
import type { UseCase } from '../../writes/use-case.js';
import { coordinatorsAndParents } from '../access/policies.js';
import { type Said, sayNo, sayYes } from '../ervaringsdeskundigen/consent/say-consent.js';
import { refuseDeceased } from '../people/deceased.js';
import { lockKeptPerson } from '../people/lock-kept-person.js';
import { type PersonEntity } from '../people/person.entity.js';
import { NETWORK_CONTACT_TEXT } from './network-contact-text.js';
import type { NetworkContactGiveInput, NetworkContactWithdrawInput } from './network-contact.inputs.js';

type Answer = { person: string; consent: string };

const PERSON = ['input', 'personId'];

const aboutContact = ({ id: personId }: PersonEntity) =>
  ({ personId, purpose: 'CONTACT_BY_NETWORK', version: NETWORK_CONTACT_TEXT.version }) as const;

/** The person themselves, or a coordinator of their home region to whom they said so. */
export const giveNetworkContact: UseCase<NetworkContactGiveInput, Answer> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const person = await lockKeptPerson(tx, input.personId, PERSON);
    refuseDeceased(person, null, PERSON);
    const said = await sayYes(tx, aboutContact(person), input, PERSON);
    return told(tx, true, person, said);
  },
};

/**
 * The same people as for giving it. Nobody but the person gives it again after they took it back themselves. A no of somebody
 * who said nothing before is kept as well: they are not asked again.
 */
export const withdrawNetworkContact: UseCase<NetworkContactWithdrawInput, Answer> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const person = await lockKeptPerson(tx, input.personId, PERSON);
    const said = await sayNo(tx, aboutContact(person), input.channel);
    return told(tx, false, person, said);
  },
};

function told(tx: Tx, given: boolean, person: PersonEntity, { consent, channel, isNew }: Said): Answer {
  const answer = { person: person.id, consent };
  if (!isNew) throw new NothingChanged(answer);
  tx.record({
    name: given ? 'networkContact.given' : 'networkContact.withdrawn',
    ...about('Person', person),
    details: { consentId: consent, channel },
  });
  return answer;
}
