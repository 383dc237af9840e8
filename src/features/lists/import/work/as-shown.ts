import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../../../../db/transaction.js';
import type { ImportEntity, ImportRowEntity, RowChange } from '../import.entity.js';
import { candidatesFor, type KnownPerson } from '../rows/known-people.js';
import type { Part } from '../rows/part.js';

/** Rows are not what was shown of them when it was decided to record the list: the world went on. */
export class NotAsShown extends Error {
  constructor(readonly rows: readonly string[]) {
    super('rows are not what was shown of them');
  }
}

type Shown = Pick<ImportRowEntity, 'id' | 'number' | 'decision' | 'candidates' | 'changes'>;

/** Of these people, those whom an import recorded or changed itself. */
export async function ownPeople(
  tx: Tx,
  { id }: ImportEntity,
  people: readonly string[],
): Promise<Set<string>> {
  const rows = await tx.query<{ personId: string }>(
    `select distinct person_id as "personId" from import_parts
     where import_id = $1 and kept is null and person_id = any ($2)`,
    [id, people],
  );
  return new Set(rows.map(({ personId }) => personId));
}

/**
 * Somebody on record whom a row changes as was shown. Nothing was shown of somebody who was chosen for a doubtful row. `own`:
 * those whom the import changed before.
 */
export function asShown(
  row: Shown,
  person: KnownPerson | undefined,
  changes: (person: KnownPerson) => readonly RowChange[],
  own: ReadonlySet<string>,
): { readonly person: KnownPerson; readonly changes: readonly RowChange[] } {
  if (!person || person.isDead) throw new NotAsShown([row.id]);
  const now = changes(person);
  const isShown = (change: RowChange) => row.changes.some((shown) => isDeepStrictEqual(shown, change));
  if (row.decision !== 'SAME' && !own.has(person.id) && !now.every(isShown)) throw new NotAsShown([row.id]);
  return { person, changes: now };
}

/**
 * Refuses rows that recorded somebody anew who may be one who came on record since the rows were judged, as by the same list
 * twice. `own`: those whom the import recorded or changed in this transaction.
 */
export async function refuseKnownSince(
  tx: Tx,
  of: ImportEntity,
  rows: readonly Shown[],
  parts: readonly (Part & { readonly number: number })[],
  own: ReadonlySet<string>,
): Promise<void> {
  const made = parts.filter(({ kind }) => kind === 'CREATED');
  if (made.length === 0) return;
  const found = await candidatesFor(
    tx,
    of.regionId,
    made.map(({ subjectId }) => subjectId),
  );
  const people = [...found.values()].flat().map(({ personId }) => personId);
  const before = people.length === 0 ? own : await ownPeople(tx, of, people);
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const since = made.flatMap(({ number, subjectId }) => {
    const row = byNumber.get(number)!;
    const isNews = (personId: string) =>
      !own.has(personId) &&
      !before.has(personId) &&
      !row.candidates.some((shown) => shown.personId === personId);
    return (found.get(subjectId) ?? []).some(({ personId }) => isNews(personId)) ? [row.id] : [];
  });
  if (since.length > 0) throw new NotAsShown(since);
}
