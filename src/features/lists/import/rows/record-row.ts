import type { Tx } from '../../../../db/transaction.js';
import { nodeId } from '../../../../kernel/node-id.js';
import { NothingChanged } from '../../../../writes/patch.js';
import { startMembership } from '../../../oudernetwerken/records/save-network-records.js';
import type { Perspective } from '../../../people/person.enums.js';
import { createPerson, updatePerson } from '../../../people/save-person.js';
import { recordSchoolTie } from '../../../people/school-ties/save-school-tie.js';
import type { RowChange } from '../import.entity.js';
import type { KnownPerson } from './known-people.js';
import { does, type Part } from './part.js';
import type { Said } from './said.js';
import { allPerspectives, noteWith } from './verdict.js';

/** What an import can change of somebody. */
export interface Patch {
  readonly contact?: { readonly email?: string | null; readonly phone?: string | null };
  readonly municipalityId?: string | null;
  readonly language?: string;
  readonly note?: string | null;
  readonly perspectives?: (keyof typeof Perspective)[];
}

/** Records somebody who is not on record. */
export async function recordNew(tx: Tx, regionId: string, said: Said): Promise<Part[]> {
  const { email, phone, municipality, perspectives, language, note } = said;
  const { person } = await does(tx, createPerson, {
    regionId: nodeId('Region', regionId),
    name: said.name,
    municipalityId: municipality && nodeId('Municipality', municipality.id),
    perspectives: [...(perspectives ?? ['OUDER' as const])],
    language: language ?? 'nl',
    participationForms: [],
    contact: { email, phone },
    note,
  });
  const made: Part = { kind: 'CREATED', subjectId: person, personId: person };
  return [made, ...(await recordTie(tx, said, person)), ...(await recordMembership(tx, said, person))];
}

async function recordTie(tx: Tx, { tie }: Said, person: string): Promise<Part[]> {
  if (!tie) return [];
  const { schoolTie } = await does(tx, recordSchoolTie, {
    personId: nodeId('Person', person),
    schoolYear: tie.schoolYear,
    stage: 'exit' in tie ? 'PO' : tie.stage,
    yearLevel: 'exit' in tie ? null : tie.yearLevel,
    statedExit: 'exit' in tie ? tie.exit : null,
  });
  return [{ kind: 'SCHOOL_TIE', subjectId: schoolTie, personId: person }];
}

export async function recordMembership(tx: Tx, said: Said, personId: string): Promise<Part[]> {
  if (!said.network) return [];
  const from = said.memberSince ?? tx.today;
  const { membership } = await does(tx, startMembership, {
    oudernetwerkId: nodeId('Oudernetwerk', said.network.id),
    personId: nodeId('Person', personId),
    from,
  });
  return [{ kind: 'MEMBERSHIP', subjectId: membership, personId, saidAfter: { from: from.toString() } }];
}

/** Records what a row changes of somebody who is; CONFLICT where `version` says as what they were read, and they are not. */
export async function recordChanges(
  tx: Tx,
  said: Said,
  person: KnownPerson,
  changes: readonly RowChange[],
  version?: number,
): Promise<Part[]> {
  const has = (field: RowChange['field']) => changes.some((change) => change.field === field);
  const contact = { ...(has('EMAIL') && { email: said.email }), ...(has('PHONE') && { phone: said.phone }) };
  const patch: Patch = {
    ...(Object.keys(contact).length > 0 && { contact }),
    ...(has('MUNICIPALITY') && { municipalityId: nodeId('Municipality', said.municipality!.id) }),
    ...(has('LANGUAGE') && { language: said.language! }),
    ...(has('NOTE') && { note: noteWith(said.note!, person) }),
    ...(has('PERSPECTIVE') && {
      perspectives: allPerspectives(said, person) as (keyof typeof Perspective)[],
    }),
  };
  const changed = await changePerson(tx, person.id, patch, version);
  return [
    ...(changed ? [changedPart(person, patch)] : []),
    ...(has('YEAR_LEVEL') ? await recordTie(tx, said, person.id) : []),
    ...(has('NETWORK') ? await recordMembership(tx, said, person.id) : []),
  ];
}

/** False if it was so already. */
export async function changePerson(
  tx: Tx,
  personId: string,
  patch: Patch,
  expectedVersion?: number,
): Promise<boolean> {
  if (Object.keys(patch).length === 0) return false;
  try {
    await does(tx, updatePerson, { id: nodeId('Person', personId), patch, expectedVersion });
    return true;
  } catch (error) {
    if (error instanceof NothingChanged) return false;
    throw error;
  }
}

/** With what there was, to be put back. */
function changedPart(person: KnownPerson, patch: Patch): Part {
  const before: Patch = {
    ...(patch.contact && {
      contact: {
        ...('email' in patch.contact && { email: person.email }),
        ...('phone' in patch.contact && { phone: person.phone }),
      },
    }),
    ...(patch.municipalityId && {
      municipalityId: person.municipalityId && nodeId('Municipality', person.municipalityId),
    }),
    ...(patch.language && { language: person.language }),
    ...(patch.note && { note: person.note }),
    ...(patch.perspectives && { perspectives: person.perspectives as (keyof typeof Perspective)[] }),
  };
  const saidAfter = { version: person.version + 1 };
  return { kind: 'CHANGED', subjectId: person.id, personId: person.id, saidBefore: before, saidAfter };
}
