import type { Tx } from '../../db/transaction.js';
import { Checks } from '../../kernel/checks.js';
import { about } from '../../writes/events.js';
import { NothingChanged } from '../../writes/patch.js';
import type { UseCase } from '../../writes/use-case.js';
import { coordinatorsAndParents } from '../access/policies.js';
import { addEntry, checkedChannel, newestEntry } from '../ervaringsdeskundigen/consent/ledger.js';
import type { ConsentEntity } from '../ervaringsdeskundigen/ervaringsdeskundige.entity.js';
import { refuseDeceased } from '../people/deceased.js';
import { lockKeptPerson } from '../people/lock-kept-person.js';
import { type PersonEntity } from '../people/person.entity.js';
import { NETWORK_CONTACT_TEXT } from './network-contact-text.js';
import type { NetworkContactGiveInput, NetworkContactWithdrawInput } from './network-contact.inputs.js';

type Answer = { person: string; consent: string };

const PERSON = ['input', 'personId'];

/** The person themselves, or a coordinator of their home region to whom they said so. */
export const giveNetworkContact: UseCase<NetworkContactGiveInput, Answer> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const person = await lockKeptPerson(tx, input.personId, PERSON);
    refuseDeceased(person, null, PERSON);
    const { version } = NETWORK_CONTACT_TEXT;
    const checks = new Checks();
    if (input.textVersion !== version) {
      checks.refuse('OTHER_CONSENT_TEXT', ['input', 'textVersion'], { version });
    }
    const channel = checkedChannel(checks, tx, person.id, input.channel);
    const own = await newestEntry(tx, person.id, 'CONTACT_BY_NETWORK', 'ONLINE');
    // whoever took it back themselves said so for good
    if (channel !== 'ONLINE' && own && !own.given) checks.refuse('WIDER_THAN_GIVEN', PERSON);
    checks.done();
    const before = await newestEntry(tx, person.id, 'CONTACT_BY_NETWORK');
    if (before?.given && before.textVersion === version) throw isSo(person, before);
    const language = input.language?.toLowerCase() ?? tx.viewer.locale;
    return write(tx, person, before, { given: true, textVersion: version, language, channel });
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
    const checks = new Checks();
    const channel = checkedChannel(checks, tx, person.id, input.channel);
    checks.done();
    const before = await newestEntry(tx, person.id, 'CONTACT_BY_NETWORK');
    const isSaid = before && !before.given && (channel !== 'ONLINE' || before.channel === 'ONLINE');
    if (isSaid) throw isSo(person, before);
    const { version } = NETWORK_CONTACT_TEXT;
    const { textVersion, language } = before ?? { textVersion: version, language: tx.viewer.locale };
    return write(tx, person, before, { given: false, textVersion, language, channel });
  },
};

function isSo({ id: person }: PersonEntity, { id: consent }: ConsentEntity): NothingChanged {
  return new NothingChanged({ person, consent });
}

function write(
  tx: Tx,
  person: PersonEntity,
  before: ConsentEntity | null,
  said: Pick<ConsentEntity, 'given' | 'textVersion' | 'language' | 'channel'>,
): Answer {
  const of = { personId: person.id, purpose: 'CONTACT_BY_NETWORK' } as const;
  const consent = addEntry(tx, of, before, { ...said, scopes: [], until: null });
  const { given, channel } = said;
  tx.record({
    name: given ? 'networkContact.given' : 'networkContact.withdrawn',
    ...about('Person', person),
    details: { consentId: consent, channel },
  });
  return { person: person.id, consent };
}
