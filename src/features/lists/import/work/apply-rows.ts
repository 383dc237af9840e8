import { v7 as uuid } from 'uuid';
import { insert, update } from '../../../../db/rows.js';
import { sideBySide } from '../../../../db/side-by-side.js';
import type { Transact, Tx } from '../../../../db/transaction.js';
import { Failure } from '../../../../kernel/failure.js';
import type { Viewer } from '../../../../kernel/viewer.js';
import { about } from '../../../../writes/events.js';
import { lockSeen } from '../../../../writes/find.js';
import { ImportEntity, ImportPartEntity, ImportRowEntity, NOT_JUDGED } from '../import.entity.js';
import { knownPeople } from '../rows/known-people.js';
import { readRow } from '../rows/read-row.js';
import type { Part } from '../rows/part.js';
import { recordChanges, recordMembership, recordNew } from '../rows/record-row.js';
import { type Vocabulary, vocabularyOf } from '../rows/vocabulary.js';
import { changesOf } from '../rows/verdict.js';
import { subjectRows } from '../subjects/kinds.js';
import { asShown, NotAsShown, ownPeople, refuseKnownSince } from './as-shown.js';
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
  'id' | 'number' | 'cells' | 'outcome' | 'decision' | 'personId' | 'twin' | 'candidates' | 'changes'
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

/**
 * Records the next rows, all of them or none; where one is refused, or is not what was shown of it, what was recorded before
 * is to be taken back.
 */
export async function applyNext(transact: Transact, viewer: Viewer, importId: string): Promise<number> {
  try {
    return await transact(viewer, (tx) => applySome(tx, importId));
  } catch (error) {
    if (!(error instanceof RowRefused || error instanceof NotAsShown)) throw error;
    await transact(viewer, async (tx) => {
      const of = await lockSeen(tx, ImportEntity, importId, []);
      if (of.state !== 'APPLYING') return;
      if (error instanceof NotAsShown) judgeAnew(tx, of, error);
      else refuseRow(tx, error);
      update(tx, ImportEntity, { id: importId }, { state: 'REVERTING' });
    });
    return 1;
  }
}

function refuseRow(tx: Tx, { row, failure, mapping }: RowRefused): void {
  const problems = rowProblems(failure, mapping);
  update(tx, ImportRowEntity, { id: row.id }, { outcome: 'BAD', problems });
}

/** These rows, and all of which nothing was decided. */
function judgeAnew(tx: Tx, { id: importId }: ImportEntity, { rows }: NotAsShown): void {
  update(tx, ImportRowEntity, { importId, decision: null }, NOT_JUDGED);
  update(tx, ImportRowEntity, { id: rows }, NOT_JUDGED);
}

async function applySome(tx: Tx, importId: string): Promise<number> {
  const of = await lockSeen(tx, ImportEntity, importId, []);
  if (of.state !== 'APPLYING') return 0;
  // one list of a region at a time: each sees whom the other recorded
  tx.send(`select pg_advisory_xact_lock(hashtextextended('imports of ' || $1, 0))`, [of.regionId]);
  const rows = await tx.query<Given>(
    `select id, number, cells, outcome, decision, person_id as "personId", twin, candidates, changes from import_rows
     where ${TO_RECORD} ${NEXT_ROWS}`,
    [importId, AT_ONCE, togetherBy(of)],
  );
  if (rows.length === 0) return finish(tx, of);
  const vocabulary = await vocabularyOf(tx, of, rows);
  const people = await twinsRecorded(tx, of, rows);
  const known = rows.flatMap(({ personId }) => personId ?? []);
  const own = await ownPeople(tx, of, known);
  const subjects = subjectRows(of.kind);
  const { record, inOrder } = subjects
    ? recordSubjects(of, subjects, vocabulary, people, own, rows)
    : { record: recordPeople(of, vocabulary, people, own), inOrder: rows };
  const refused = (row: Given, error: unknown): unknown => whyNot(row, error, vocabulary.mapping);
  const parts: ReturnType<typeof partOf>[] = [];
  const recorded: { id: string; personId: string | null }[] = [];
  const keep = (row: Given, made: readonly Part[]): void => {
    const personId = made.find((part) => part.kind === 'CREATED')?.personId ?? row.personId;
    if (personId && row.twin) people.set(row.twin, personId);
    for (const part of made) if (part.personId) own.add(part.personId);
    parts.push(...made.map((part) => partOf(of, row, part)));
    recorded.push({ id: row.id, personId });
  };
  for (const some of oneTurn(subjects ? inOrder.map((row) => [row]) : inGroups(inOrder))) {
    await recordEach(tx, some, record, keep, refused);
  }
  tx.send(
    `update import_rows r set applied = true, person_id = j."personId"
     from jsonb_to_recordset($1) as j (id uuid, "personId" uuid) where r.id = j.id`,
    [JSON.stringify(recorded)],
  );
  await refuseKnownSince(tx, of, rows, parts, own);
  if (parts.length > 0) insert(tx, ImportPartEntity, parts);
  tx.record({ name: 'import.recorded', ...about('Import', of), details: { rows: recorded.length } });
  return recorded.length;
}

/**
 * At once, where every row is of somebody new; else, and where that is refused, one after another: each is kept before the
 * next one, which may be of the same person.
 */
async function recordEach(
  tx: Tx,
  rows: readonly Given[],
  record: RecordRow,
  keep: (row: Given, made: readonly Part[]) => void,
  refused: (row: Given, error: unknown) => unknown,
): Promise<void> {
  const twins = new Set(rows.map(({ twin }) => twin));
  if (rows.length > 1 && twins.size === rows.length && rows.every(({ outcome }) => outcome === 'NEW')) {
    const outcome = await sideBySide(tx, rows, record);
    if ('done' in outcome) {
      for (const [place, made] of outcome.done.entries()) keep(rows[place]!, made);
      return;
    }
  }
  for (const row of rows) {
    const made = await record(tx, row).catch((error: unknown) => {
      throw refused(row, error);
    });
    keep(row, made);
  }
}

/** Somebody who was changed at this moment is not as was shown either. */
function whyNot(row: Given, error: unknown, mapping: Vocabulary['mapping']): unknown {
  if (!(error instanceof Failure)) return error;
  if (error.problems.some(({ code }) => code === 'CONFLICT')) return new NotAsShown([row.id]);
  return new RowRefused(row, error, mapping);
}

function partOf(of: ImportEntity, row: Given, part: Part): Part & Omit<ImportPartEntity, keyof Part> {
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
  own: ReadonlySet<string>,
): RecordRow {
  return async (tx, row) => {
    const { said } = readRow(row.cells, vocabulary);
    if (!said) return [];
    if (row.outcome === 'CHANGES' || row.decision === 'SAME') {
      const found = row.personId ? (await knownPeople(tx, [row.personId])).get(row.personId) : undefined;
      const { person, changes } = asShown(row, found, (each) => changesOf(said, each), own);
      return recordChanges(tx, said, person, changes, person.version);
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
