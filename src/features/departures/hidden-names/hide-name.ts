import { insert, remove } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { failure } from '../../../kernel/failure.js';
import { about } from '../../../writes/events.js';
import { findLocked, type VersionedId } from '../../../writes/find.js';
import { NothingChanged } from '../../../writes/patch.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { PersonDetailsEntity, PersonEntity } from '../../people/person.entity.js';
import type { PersonHideNameInput, PersonShowNameInput } from './hidden-name.fields.js';
import { HiddenNameEntity } from './hidden-name.entity.js';

/** From then on it is nowhere, as if it were erased, but for those who keep the record. */
export const hideName: UseCase<PersonHideNameInput, { person: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const person = await lockKept(tx, input);
    if (!person.deceasedOn) throw failure('NOT_DECEASED', ['input', 'id']);
    const { id: personId } = person;
    const name = await tx.manager.findOneBy(PersonDetailsEntity, { personId });
    if (!name) throw new NothingChanged({ person: personId });
    const { givenName, infix, familyName } = name;
    remove(tx, HiddenNameEntity, { personId });
    insert(tx, HiddenNameEntity, { personId, givenName, infix, familyName });
    remove<{ personId: string }>(tx, PersonDetailsEntity, { personId });
    tx.record({ name: 'person.nameHidden', ...about('Person', person), details: {} });
    return { person: personId };
  },
};

export const showName: UseCase<PersonShowNameInput, { person: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const person = await lockKept(tx, input);
    const { id: personId } = person;
    const hidden = await tx.manager.findOneBy(HiddenNameEntity, { personId });
    if (!hidden) throw new NothingChanged({ person: personId });
    const { givenName, infix, familyName } = hidden;
    remove(tx, HiddenNameEntity, { personId });
    if (!(await tx.manager.existsBy(PersonDetailsEntity, { personId }))) {
      insert(tx, PersonDetailsEntity, { personId, givenName, infix, familyName });
    }
    tx.record({ name: 'person.nameShown', ...about('Person', person), details: {} });
    return { person: personId };
  },
};

async function lockKept(tx: Tx, input: VersionedId): Promise<PersonEntity> {
  const person = await findLocked(tx, PersonEntity, input);
  allow(manages(tx.viewer, person.regionId));
  return person;
}
