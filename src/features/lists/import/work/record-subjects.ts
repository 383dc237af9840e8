import type { Tx } from '../../../../db/transaction.js';
import type { ImportEntity, ImportRowEntity } from '../import.entity.js';
import { knownPeople } from '../rows/known-people.js';
import type { Part } from '../rows/part.js';
import { recordChanges, recordNew } from '../rows/record-row.js';
import type { SaidWho } from '../rows/said.js';
import { changesOf } from '../rows/verdict.js';
import type { Vocabulary } from '../rows/vocabulary.js';
import { asPerson, type SubjectRows } from '../subjects/subject-rows.js';
import { asShown } from './as-shown.js';
import { inOrder, readSubject } from './judge-subjects.js';
import { asRecorded } from './recorded-now.js';

type Given = Pick<
  ImportRowEntity,
  'id' | 'number' | 'cells' | 'decision' | 'personId' | 'twin' | 'candidates' | 'changes'
>;

/** How rows of networks, activities or seats are recorded, and in which order. */
export function recordSubjects<Row extends Given>(
  of: ImportEntity,
  rows: SubjectRows,
  vocabulary: Vocabulary,
  people: ReadonlyMap<string, string>,
  own: ReadonlySet<string>,
  given: readonly Row[],
): { record: (tx: Tx, row: Row) => Promise<Part[]>; inOrder: readonly Row[] } {
  const read = new Map(
    given.map((row) => [row.id, { row, said: readSubject(of, rows, vocabulary, row).said }]),
  );
  const record = rows.recorder(
    [...read.values()].flatMap(({ said }) => said ?? []),
    false,
  );
  return {
    inOrder: inOrder(rows, [...read.values()]).map(({ row }) => row),
    record: async (tx, row) => {
      const said = read.get(row.id)?.said;
      if (!said) return [];
      const { personId, parts } = await whom(tx, of, said.who, row, people, own);
      const done = await record(tx, of, said, personId);
      return [...parts, ...(await asRecorded(tx, done.parts))];
    },
  };
}

/** Whoever is on record, with what the row says otherwise of them; or recorded by this row or an earlier one. */
async function whom(
  tx: Tx,
  of: ImportEntity,
  who: SaidWho | null,
  row: Given,
  people: ReadonlyMap<string, string>,
  own: ReadonlySet<string>,
): Promise<{ personId: string | null; parts: readonly Part[] }> {
  if (!who) return { personId: null, parts: [] };
  const said = asPerson(who);
  if (row.personId) {
    const found = (await knownPeople(tx, [row.personId])).get(row.personId);
    const { person, changes } = asShown(row, found, (each) => changesOf(said, each), own);
    const parts = await recordChanges(tx, said, person, changes, person.version);
    return { personId: person.id, parts };
  }
  const recorded = row.twin && people.get(row.twin);
  if (recorded) return { personId: recorded, parts: [] };
  const parts = await recordNew(tx, of.regionId, said);
  return { personId: parts[0]!.personId, parts };
}
