import { v7 as uuid } from 'uuid';
import { insert, remove, update } from '../../db/rows.js';
import type { Tx } from '../../db/transaction.js';
import type { UseCase } from '../../writes/use-case.js';
import { find, findLocked } from '../../writes/find.js';
import { about, fieldsOf } from '../../writes/events.js';
import { newsIn, NothingChanged, saveNews } from '../../writes/patch.js';
import { Checks } from '../../kernel/checks.js';
import { failure } from '../../kernel/failure.js';
import { changeAddress } from '../addresses/change-address.js';
import { allow, coordinators, coordinatorsAndParents, isSelf, manages } from '../access/policies.js';
import { chosenResponsible } from '../organisations/responsible-organisation.js';
import { RegionEntity } from '../regions/region.entity.js';
import { PersonContactEntity, PersonDetailsEntity, PersonEntity, PersonNoteEntity } from './person.entity.js';
import type { PersonCreateInput, PersonPatch, PersonUpdateInput } from './person.inputs.js';
import {
  checkedAvailability,
  checkedContact,
  checkedContactPatch,
  checkedLanguage,
  checkedName,
  checkedNamePatch,
  municipalityIn,
} from './person-checks.js';

type Contact = Omit<PersonContactEntity, 'personId'>;
type Name = Pick<PersonDetailsEntity, 'givenName' | 'infix' | 'familyName'>;

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

    const responsibleOrganisationId = await chosenResponsible(tx, input.responsibleOrganisationId, [
      'input',
      'responsibleOrganisationId',
    ]);

    const id = uuid();
    insert(tx, PersonEntity, {
      id,
      pseudonym: pseudonymOf(id),
      regionId: region.id,
      municipalityId,
      perspectives,
      language,
      participationForms,
      ...availability,
      responsibleOrganisationId,
      createdAt: tx.now.toString(),
    });
    insert(tx, PersonDetailsEntity, { personId: id, ...name });
    if (contact) insert(tx, PersonContactEntity, { personId: id, ...contact });
    if (note) insert(tx, PersonNoteEntity, { personId: id, regionId: region.id, note });
    const subject = about('Person', { id, regionId: region.id });
    tx.record({ name: 'person.created', ...subject, details: { fields: [], by: 'OTHERS' } });
    return { person: id };
  },
};

const NOT_THEIR_OWN = ['perspectives', 'note', 'responsibleOrganisationId'] as const;

/** A coordinator of the region; or the person themselves, but for what is not theirs to say. */
export const updatePerson: UseCase<PersonUpdateInput, { person: string }> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const person = await findLocked(tx, PersonEntity, input);
    const { patch } = input;
    const coordinates = manages(tx.viewer, person.regionId);
    const keepsToOwn = NOT_THEIR_OWN.every((field) => patch[field] === undefined);
    allow(coordinates || (isSelf(tx.viewer, person.id) && keepsToOwn));

    const at = (field: string) => ['input', 'patch', field];
    const checks = new Checks();
    const changes = checkedChanges(checks, patch, at);
    const name = checkedNamePatch(checks, patch.name, at('name'));
    const contact = checkedContactPatch(checks, patch.contact, at('contact'));
    const note = checks.optionalText(patch.note, at('note'), 2_000);
    checks.done();
    if (patch.municipalityId !== undefined) {
      changes.municipalityId = await municipalityIn(
        tx,
        person.regionId,
        patch.municipalityId,
        at('municipalityId'),
        person.municipalityId,
      );
    }

    if (patch.responsibleOrganisationId !== undefined) {
      changes.responsibleOrganisationId = await chosenResponsible(
        tx,
        patch.responsibleOrganisationId,
        at('responsibleOrganisationId'),
      );
    }

    const { id } = person;
    const fields = fieldsOf(patch);
    const byItself = patch.contact === null || (fields.length === 1 && fieldsOf(contact).length === 1);
    const saved = [
      saveNews(tx, PersonEntity, person, changes),
      fieldsOf(name).length > 0 && (await changeName(tx, id, name, at('name'))),
      fieldsOf(contact).length > 0 && (await changeContact(tx, person, contact, byItself)),
      patch.note !== undefined && (await changeNote(tx, person, note)),
    ];
    if (!saved.includes(true)) throw new NothingChanged({ person: id });
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
    changes.perspectives = patch.perspectives;
    checks.list(changes.perspectives, at('perspectives'), true);
  }
  if (patch.language !== undefined) {
    changes.language = checkedLanguage(checks, patch.language ?? 'nl', at('language'));
  }
  if (patch.participationForms !== undefined) {
    changes.participationForms = patch.participationForms ?? [];
    checks.list(changes.participationForms, at('participationForms'));
  }
  return { ...changes, ...checkedAvailability(checks, patch.availability, at('availability')) };
}

/**
 * Somebody whose name was erased has none to keep a part of. A name that the family asked to hide does not come back by
 * writing it: whoever may write it is the one who may show it.
 */
async function changeName(tx: Tx, personId: string, patch: Partial<Name>, path: string[]): Promise<boolean> {
  const before = await tx.manager.findOneBy(PersonDetailsEntity, { personId });
  if (!before && (await isHidden(tx, personId))) throw failure('NAME_HIDDEN', path);
  if (before && fieldsOf(newsIn(before, patch)).length === 0) return false;
  const name = { infix: null, ...before, ...patch };
  for (const part of ['givenName', 'familyName'] as const) {
    if (name[part] === undefined) throw failure('REQUIRED', [...path, part]);
  }
  const { givenName, infix, familyName } = name;
  if (before) update(tx, PersonDetailsEntity, { personId }, { givenName, infix, familyName });
  else insert(tx, PersonDetailsEntity, { personId, givenName, infix, familyName });
  return true;
}

async function isHidden(tx: Tx, personId: string): Promise<boolean> {
  const hidden = await tx.query('select person_id from hidden_names where person_id = $1', [personId]);
  return hidden.length > 0;
}

/** What is not in the patch stays; a changed email address waits, and until then the old one stays. */
async function changeContact(
  tx: Tx,
  { id, regionId }: PersonEntity,
  patch: Partial<Contact>,
  byItself: boolean,
): Promise<boolean> {
  const before = await tx.manager.findOneBy(PersonContactEntity, { personId: id });
  const { email = null, phone = null } = { ...before, ...patch };
  const owner = { subjectType: 'Person', id, regionId } as const;
  const path = ['input', 'patch', 'contact', 'email'];
  const outcome =
    patch.email === undefined
      ? 'NOTHING_NEW'
      : await changeAddress(tx, { owner, wanted: email, byItself, path });
  const contact = { email: outcome === 'WAITS' ? (before?.email ?? null) : email, phone };
  const isReachable = contact.email !== null || contact.phone !== null;
  const isReplaced = replace(tx, PersonContactEntity, before, { personId: id }, isReachable ? contact : null);
  return isReplaced || outcome !== 'NOTHING_NEW';
}

/** Each region has a note of its own: those of regions that the person left stay as they are. */
async function changeNote(tx: Tx, { id, regionId }: PersonEntity, note: string | null): Promise<boolean> {
  const of = { personId: id, regionId };
  const before = await tx.manager.findOneBy(PersonNoteEntity, of);
  return replace(tx, PersonNoteEntity, before, of, note === null ? null : { note });
}

/** Writes or deletes details that are kept apart from the person; false if they are so already. */
function replace<Row extends Key, Key extends { personId: string }>(
  tx: Tx,
  entity: new () => Row,
  before: Row | null,
  key: Key,
  values: Omit<Row, keyof Key> | null,
): boolean {
  const isSame =
    before && values ? fieldsOf(newsIn(before, values as Partial<Row>)).length === 0 : before === values;
  if (isSame) return false;
  remove<Key>(tx, entity, key);
  if (values) insert(tx, entity, { ...key, ...values } as never);
  return true;
}

/** The display name of a person whose name was erased. */
function pseudonymOf(id: string): string {
  return `Persoon ${id.slice(-6)}`;
}
