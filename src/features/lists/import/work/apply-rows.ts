import { v7 as uuid } from 'uuid';
import { insert, update } from '../../../../db/rows.js';
import { sideBySide } from '../../../../db/side-by-side.js';
import type { Transact, Tx } from '../../../../db/transaction.js';
import { Failure } from '../../../../kernel/failure.js';
import type { Viewer } from '../../../../kernel/viewer.js';
import { about } from '../../../../writes/events.js';
import { lockSeen } from '../../../../writes/find.js';
import { ImportEntity, ImportPartEntity, ImportRowEntity } from '../import.entity.js';
import { knownPeople } from '../rows/known-people.js';
import { readRow } from '../rows/read-row.js';
import type { Part } from '../rows/part.js';
import { recordChanges, recordMembership, recordNew } from '../rows/record-row.js';
import { type Vocabulary, vocabularyOf } from '../rows/vocabulary.js';
import { changesOf } from '../rows/verdict.js';
import { subjectRows } from '../subjects/kinds.js';
import { NEXT_ROWS, togetherBy } from './next-rows.js';
import { inGroups, oneTurn } from './one-turn.js';
import { recordSubjects } from './record-subjects.js';
import { rowProblems } from './row-problems.js';

/** At most, in one transaction. */
const AT_ONCE = 200;

/** So long it can be undone, and what is needed for that is kept. */
const DAYS_TO_UNDO = 30;

/** Rows that are recorded: not those that are left out, bad, undecided, or the same as what is on record. */
const TO_RECORD = `import_id = $1 and not applied and decision is distinct from 'LEAVE_OUT'
  and (outcome in ('NEW', 'CHANGES') or outcome = 'DOUBTFUL' and decision is not null)`;

export type Given = Pick<
  ImportRowEntity,
  'id' | 'number' | 'cells' | 'outcome' | 'decision' | 'personId' | 'twin'
>;

/** A row that is refused, though it was not when it was judged: the world went on. */
class RowRefused extends Error {
  constructor(
    readonly row: Given,
    readonly failure: Failure,
    readonly mapping: Vocabulary['mapping'],
  ) {
    super('a row is refused');
  }
}

/** Records the next rows, all of them or none; where one is refused, what was recorded before is to be taken back. */
export async function applyNext(transact: Transact, viewer: Viewer, importId: string): Promise<number> {
  try {
    return await transact(viewer, (tx) => applySome(tx, importId));
  } catch (error) {
    if (!(error instanceof RowRefused)) throw error;
    const { row, failure, mapping } = error;
    await transact(viewer, async (tx) => {
      await lockSeen(tx, ImportEntity, importId, []);
      const problems = rowProblems(failure, mapping);
      update(tx, ImportRowEntity, { id: row.id }, { outcome: 'BAD', problems });
      update(tx, ImportEntity, { id: importId }, { state: 'REVERTING' });
    });
    return 1;
  }
}

async function applySome(tx: Tx, importId: string): Promise<number> {
  const of = await lockSeen(tx, ImportEntity, importId, []);
  if (of.state !== 'APPLYING') return 0;
  const rows = await tx.query<Given>(
    `select id, number, cells, outcome, decision, person_id as "personId", twin from import_rows
     where ${TO_RECORD} ${NEXT_ROWS}`,
    [importId, AT_ONCE, togetherBy(of)],
  );
  if (rows.length === 0) return finish(tx, of);
  const vocabulary = await vocabularyOf(tx, of, rows);
  const people = await twinsRecorded(tx, of, rows);
  const subjects = subjectRows(of.kind);
  const { record, inOrder } = subjects
    ? recordSubjects(of, subjects, vocabulary, people, rows)
    : { record: recordPeople(of, vocabulary, people), inOrder: rows };
  const refused = (row: Given, error: unknown): unknown =>
    error instanceof Failure ? new RowRefused(row, error, vocabulary.mapping) : error;
  const parts: Partial<ImportPartEntity>[] = [];
  const recorded: { id: string; personId: string | null }[] = [];
  for (const some of oneTurn(subjects ? inOrder.map((row) => [row]) : inGroups(inOrder))) {
    for (const { row, made } of await recordEach(tx, some, record, refused)) {
      const personId = made.find((part) => part.kind === 'CREATED')?.personId ?? row.personId;
      if (personId && row.twin) people.set(row.twin, personId);
      parts.push(...made.map((part) => partOf(of, row, part)));
      recorded.push({ id: row.id, personId });
    }
  }
  tx.send(
    `update import_rows r set applied = true, person_id = j."personId"
     from jsonb_to_recordset($1) as j (id uuid, "personId" uuid) where r.id = j.id`,
    [JSON.stringify(recorded)],
  );
  if (parts.length > 0) insert(tx, ImportPartEntity, parts);
  tx.record({ name: 'import.recorded', ...about('Import', of), details: { rows: recorded.length } });
  return recorded.length;
}

/** At once, where every row is of somebody new; else, and where that is refused, one after another. */
async function recordEach(
  tx: Tx,
  rows: readonly Given[],
  record: RecordRow,
  refused: (row: Given, error: unknown) => unknown,
): Promise<{ row: Given; made: readonly Part[] }[]> {
  const twins = new Set(rows.map(({ twin }) => twin));
  if (rows.length > 1 && twins.size === rows.length && rows.every(({ outcome }) => outcome === 'NEW')) {
    const outcome = await sideBySide(tx, rows, record);
    if ('done' in outcome) return outcome.done.map((made, place) => ({ row: rows[place]!, made }));
  }
  const all: { row: Given; made: readonly Part[] }[] = [];
  for (const row of rows) {
    const made = await record(tx, row).catch((error: unknown) => {
      throw refused(row, error);
    });
    all.push({ row, made });
  }
  return all;
}

function partOf(of: ImportEntity, row: Given, part: Part): Partial<ImportPartEntity> {
  const { id: importId, regionId } = of;
  return {
    id: uuid(),
    importId,
    regionId,
    number: row.number,
    saidBefore: null,
    saidAfter: null,
    kept: null,
    ...part,
  };
}

/** Records one row; what it made and changed. */
type RecordRow = (tx: Tx, row: Given) => Promise<Part[]>;

function recordPeople(
  of: ImportEntity,
  vocabulary: Vocabulary,
  people: ReadonlyMap<string, string>,
): RecordRow {
  return async (tx, row) => {
    const { said } = readRow(row.cells, vocabulary);
    if (!said) return [];
    const isKnown = row.outcome === 'CHANGES' || row.decision === 'SAME';
    if (isKnown && row.personId) {
      const person = (await knownPeople(tx, [row.personId])).get(row.personId);
      if (!person) return [];
      return recordChanges(tx, said, person, changesOf(said, person));
    }
    const twin = row.twin && people.get(row.twin);
    // the same person, in another network
    if (twin) return recordMembership(tx, said, twin);
    return recordNew(tx, of.regionId, said);
  };
}

/** Those whom an earlier row of the import recorded, by what it says of them. */
async function twinsRecorded(tx: Tx, of: ImportEntity, rows: readonly Given[]): Promise<Map<string, string>> {
  const found = await tx.query<{ twin: string; personId: string }>(
    `select twin, person_id as "personId" from import_rows
     where import_id = $1 and applied and person_id is not null and twin = any ($2)`,
    [of.id, rows.flatMap(({ twin }) => twin ?? [])],
  );
  return new Map(found.map(({ twin, personId }) => [twin, personId]));
}

/** The rows go: what they say is on record now, or nobody's business any more. */
async function finish(tx: Tx, of: ImportEntity): Promise<0> {
  const [counted] = await tx.query<{ counts: unknown }>('select import_row_counts($1) as counts', [of.id]);
  tx.send('delete from import_rows where import_id = $1', [of.id]);
  update(
    tx,
    ImportEntity,
    { id: of.id },
    {
      state: 'APPLIED',
      appliedOn: tx.today,
      counts: counted!.counts,
      expiresOn: tx.today.add({ days: DAYS_TO_UNDO }),
    },
  );
  tx.record({ name: 'import.applied', ...about('Import', of), details: {} });
  return 0;
}
