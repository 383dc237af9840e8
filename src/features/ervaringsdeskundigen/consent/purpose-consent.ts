import type { Tx } from '../../../db/transaction.js';
import { about } from '../../../writes/events.js';
import { NothingChanged } from '../../../writes/patch.js';
import type { UseCase } from '../../../writes/use-case.js';
import { coordinatorsAndParents } from '../../access/policies.js';
import { refuseDeceased } from '../../people/deceased.js';
import { lockKeptPerson } from '../../people/lock-kept-person.js';
import type { PersonEntity } from '../../people/person.entity.js';
import type { ConsentGiveInput, ConsentWithdrawInput } from './purpose-consent.inputs.js';
import type { SaidPurpose } from './ledger.js';
import { PURPOSE_TEXTS } from './purpose-texts.js';
import { type Said, sayNo, sayYes } from './say-consent.js';

type Answer = { person: string; consent: string };

const PERSON = ['input', 'personId'];

/** The person themselves, or a coordinator of their home region to whom they said so. */
export const giveConsent: UseCase<ConsentGiveInput, Answer> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const person = await lockKeptPerson(tx, input.personId, PERSON);
    refuseDeceased(person, null, PERSON);
    const { purpose } = input;
    const { version } = PURPOSE_TEXTS[purpose];
    const said = await sayYes(tx, { personId: person.id, purpose, version }, input, PERSON);
    return told(tx, true, person, purpose, said);
  },
};

/** The same people. What was kept on the strength of it goes at once: the database sees to that. */
export const withdrawConsent: UseCase<ConsentWithdrawInput, Answer> = {
  policy: coordinatorsAndParents,
  async run(tx, { personId, purpose, channel }) {
    const person = await lockKeptPerson(tx, personId, PERSON);
    const { version } = PURPOSE_TEXTS[purpose];
    const said = await sayNo(tx, { personId: person.id, purpose, version }, channel);
    return told(tx, false, person, purpose, said);
  },
};

function told(
  tx: Tx,
  given: boolean,
  person: PersonEntity,
  purpose: SaidPurpose,
  { consent, channel, isNew }: Said,
): Answer {
  const answer = { person: person.id, consent };
  if (!isNew) throw new NothingChanged(answer);
  tx.record({
    name: given ? 'personConsent.given' : 'personConsent.withdrawn',
    ...about('Person', person),
    details: { consentId: consent, purpose, channel },
  });
  return answer;
}
