import { v7 as uuid } from 'uuid';
import type { Tx } from '../../db/transaction.js';
import type { UseCase } from '../../writes/use-case.js';
import { find, findLocked } from '../../writes/find.js';
import { about, fieldsOf } from '../../writes/events.js';
import { Checks } from '../../kernel/checks.js';
import { changeAddress } from '../addresses/change-address.js';
import { allow, coordinators, coordinatorsAndParents, isSelf, manages } from '../access/policies.js';
import { RegionEntity } from '../regions/region.entity.js';
import { PersonContactEntity, PersonDetailsEntity, PersonEntity, PersonNoteEntity } from './person.entity.js';
import type { PersonCreateInput, PersonPatch, PersonUpdateInput } from './person.inputs.js';
import {
  checkedAvailability,
  checkedContact,
  checkedContactPatch,
  checkedLanguage,
  checkedName,
  municipalityIn,
} from './person-checks.js';

type Contact = Omit<PersonContactEntity, 'personId'>;

export const createPerson: UseCase<PersonCreateInput, { person: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const region = await find(tx, RegionEntity, input.regionId, ['input', 'regionId']);
    allow(manages(tx.viewer, region.id));
    const { perspectives, participationForms } = input;
    const checks = new Checks();
    const name = checkedName(checks, input.name, ['input', 'name']);
    const contact = checkedContact(checks, input.contact, ['input', 'contact']);
    const language = checkedLanguage(checks, input.language, ['input', 'language']);
    const availability = checkedAvailability(checks, input.availability, ['input', 'availability']);
    const note = checks.optionalText(input.note, ['input', 'note'], 2_000);
    checks.list(perspectives, ['input', 'perspectives'], true);
    checks.list(participationForms, ['input', 'participationForms']);
    checks.done();
    const municipalityId = await municipalityIn(tx, region.id, input.municipalityId, [
      'input',
      'municipalityId',
    ]);

    const id = uuid();
    await tx.manager.insert(PersonEntity, {
      id,
      pseudonym: pseudonymOf(id),
      regionId: region.id,
      municipalityId,
      perspectives,
      language,
      participationForms,
      ...availability,
      createdAt: tx.now.toString(),
    });
    await tx.manager.insert(PersonDetailsEntity, { personId: id, ...name });
    if (contact) await tx.manager.insert(PersonContactEntity, { personId: id, ...contact });
    if (note) await tx.manager.insert(PersonNoteEntity, { personId: id, note });
    const subject = about('Person', { id, regionId: region.id });
    tx.record({ name: 'person.created', ...subject, details: { fields: [] } });
    return { person: id };
  },
};

/** A coordinator of the region; or the person themselves, except for perspectives and note. */
export const updatePerson: UseCase<PersonUpdateInput, { person: string }> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const person = await findLocked(tx, PersonEntity, input);
    const { patch } = input;
    const coordinates = manages(tx.viewer, person.regionId);
    const keepsToOwn = patch.perspectives === undefined && patch.note === undefined;
    allow(coordinates || (isSelf(tx.viewer, person.id) && keepsToOwn));

    const at = (field: string) => ['input', 'patch', field];
    const checks = new Checks();
    const changes = checkedChanges(checks, patch, at);
    const name = patch.name === undefined ? null : checkedPatchedName(checks, patch, at);
    const contact = checkedContactPatch(checks, patch.contact, at('contact'));
    const note = checks.optionalText(patch.note, at('note'), 2_000);
    checks.done();
    if (patch.municipalityId !== undefined) {
      changes.municipalityId = await municipalityIn(
        tx,
        person.regionId,
        patch.municipalityId,
        at('municipalityId'),
      );
    }

    const { id } = person;
    if (Object.keys(changes).length > 0) await tx.manager.update(PersonEntity, { id }, changes);
    if (name) await tx.manager.upsert(PersonDetailsEntity, { personId: id, ...name }, ['personId']);
    const fields = fieldsOf(patch);
    if (fieldsOf(contact).length > 0) {
      const byItself = patch.contact === null || (fields.length === 1 && fieldsOf(contact).length === 1);
      await changeContact(tx, person, contact, byItself);
    }
    if (patch.note !== undefined) await replace(tx, PersonNoteEntity, id, note === null ? null : { note });
    tx.record({ name: 'person.updated', ...about('Person', person), details: { fields } });
    return { person: id };
  },
};

function checkedChanges(
  checks: Checks,
  patch: PersonPatch,
  at: (field: string) => string[],
): Partial<PersonEntity> {
  const changes: Partial<PersonEntity> = {};
  if (patch.perspectives !== undefined) {
    changes.perspectives = patch.perspectives ?? [];
    checks.list(changes.perspectives, at('perspectives'), true);
  }
  if (patch.language !== undefined) {
    changes.language = checkedLanguage(checks, patch.language ?? 'nl', at('language'));
  }
  if (patch.participationForms !== undefined) {
    changes.participationForms = patch.participationForms ?? [];
    checks.list(changes.participationForms, at('participationForms'));
  }
  if (patch.availability !== undefined) {
    Object.assign(changes, checkedAvailability(checks, patch.availability, at('availability')));
  }
  return changes;
}

function checkedPatchedName(checks: Checks, { name }: PersonPatch, at: (field: string) => string[]) {
  if (name) return checkedName(checks, name, at('name'));
  checks.refuse('REQUIRED', at('name'));
  return null;
}

/** What is not in the patch stays; a changed email address waits, and until then the old one stays. */
async function changeContact(
  tx: Tx,
  { id, regionId }: PersonEntity,
  patch: Partial<Contact>,
  byItself: boolean,
): Promise<void> {
  const before = await tx.manager.findOneBy(PersonContactEntity, { personId: id });
  const { email = null, phone = null } = { ...before, ...patch };
  const owner = { subjectType: 'Person', id, regionId } as const;
  const path = ['input', 'patch', 'contact', 'email'];
  const counts =
    patch.email === undefined || (await changeAddress(tx, { owner, wanted: email, byItself, path }));
  const contact = { email: counts ? email : (before?.email ?? null), phone };
  await replace(tx, PersonContactEntity, id, contact.email || contact.phone ? contact : null);
}

/** Writes or deletes details that are kept apart from the person. */
async function replace<Row extends { personId: string }>(
  tx: Tx,
  entity: new () => Row,
  personId: string,
  values: Omit<Row, 'personId'> | null,
): Promise<void> {
  await tx.manager.delete(entity, { personId });
  if (values) await tx.manager.insert(entity, { personId, ...values } as never);
}

/** The display name of a person whose name was erased. */
function pseudonymOf(id: string): string {
  return `Persoon ${id.slice(-6)}`;
}
