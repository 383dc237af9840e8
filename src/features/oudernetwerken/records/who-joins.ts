import { v7 as uuid } from 'uuid';
import type { Tx } from '../../../db/transaction.js';
import { find } from '../../../writes/find.js';
import { about } from '../../../writes/events.js';
import { Checks } from '../../../kernel/checks.js';
import { failure } from '../../../kernel/failure.js';
import { refuseDeceased } from '../../people/deceased.js';
import { checkedContact, checkedLanguage, checkedName } from '../../people/person-checks.js';
import { PersonEntity } from '../../people/person.entity.js';
import type { NewcomerInput } from '../../people/person.inputs.js';
import type { OudernetwerkEntity } from '../oudernetwerk.entity.js';
import type { MembershipStartInput } from './network-records.inputs.js';

type Joining = Pick<PersonEntity, 'id' | 'perspectives'>;

/** Whoever joins a network: somebody whom the viewer sees, or a newcomer, who is recorded with it. */
export async function whoJoins(
  tx: Tx,
  network: OudernetwerkEntity,
  { personId, newcomer }: Pick<MembershipStartInput, 'personId' | 'newcomer'>,
): Promise<Joining> {
  const path = ['input', 'personId'];
  if ((personId == null) === (newcomer == null)) throw failure('PERSON_OR_NEWCOMER', path);
  if (newcomer) return recorded(tx, network, newcomer);
  const person = await find(tx, PersonEntity, personId!, path);
  refuseDeceased(person, null, path);
  return person;
}

/** In the region of the network, whoever records them: a supporter writes no other people. */
async function recorded(tx: Tx, network: OudernetwerkEntity, input: NewcomerInput): Promise<Joining> {
  const at = (field: string) => ['input', 'newcomer', field];
  const { perspectives } = input;
  const checks = new Checks();
  const { givenName, infix, familyName } = checkedName(checks, input.name, at('name'));
  const contact = checkedContact(checks, input.contact, at('contact'));
  const language = checkedLanguage(checks, input.language, at('language'));
  checks.list(perspectives, at('perspectives'), true);
  checks.done();
  const id = uuid();
  tx.send('select make_newcomer($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
    network.id,
    id,
    givenName,
    infix,
    familyName,
    perspectives,
    language,
    contact?.email ?? null,
    contact?.phone ?? null,
    tx.now.toString(),
  ]);
  const subject = about('Person', { id, regionId: network.regionId });
  tx.record({ name: 'person.created', ...subject, details: { fields: [], by: 'OTHERS' } });
  return { id, perspectives };
}
