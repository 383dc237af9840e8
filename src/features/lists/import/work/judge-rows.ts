import type { Transact, Tx } from '../../../../db/transaction.js';
import { Failure } from '../../../../kernel/failure.js';
import type { Viewer } from '../../../../kernel/viewer.js';
import type { ImportEntity, ImportRowEntity, RowProblem } from '../import.entity.js';
import { candidatesFor, knownPeople } from '../rows/known-people.js';
import { readRow } from '../rows/read-row.js';
import { recordChanges, recordNew } from '../rows/record-row.js';
import type { Said } from '../rows/said.js';
import { folded } from '../columns/fields.js';
import { type Vocabulary, vocabularyOf } from '../rows/vocabulary.js';
import { verdict } from '../rows/verdict.js';
import { rowProblems } from './row-problems.js';

type Judged = Pick<
  ImportRowEntity,
  'id' | 'number' | 'outcome' | 'name' | 'personId' | 'candidates' | 'changes' | 'problems' | 'twin'
>;
type Given = Pick<ImportRowEntity, 'id' | 'number' | 'cells'>;

/** Nobody waits long for what a part of the rows has locked. */
const AT_ONCE = 100;

/** What was found out, on its way out of a transaction of which nothing is to stay. */
class DryRun extends Error {
  constructor(readonly rows: readonly Judged[]) {
    super('nothing of a dry run stays');
  }
}

/**
 * Judges the next rows as they would be recorded: by recording them, which is then taken back. Returns how many.
 */
export async function judgeNext(transact: Transact, viewer: Viewer, of: ImportEntity): Promise<number> {
  const given = await transact(viewer, (tx) =>
    tx.query<Given>(
      `select id, number, cells from import_rows where import_id = $1 and outcome is null order by number limit $2`,
      [of.id, AT_ONCE],
    ),
  );
  if (given.length === 0) return 0;
  const judged = await dryRun(transact, viewer, of, given);
  await transact(viewer, async (tx) => {
    tx.send(
      `update import_rows r set outcome = j.outcome, name = j.name, person_id = j."personId", candidates = j.candidates,
         changes = j.changes, problems = j.problems, twin = j.twin
       from jsonb_to_recordset($1) as j (id uuid, outcome text, name text, "personId" uuid, candidates jsonb,
         changes jsonb, problems jsonb, twin text)
       where r.id = j.id
         -- by these columns still
         and exists (select from imports i where i.id = $2 and i.version = $3)`,
      [JSON.stringify(judged), of.id, of.version],
    );
  });
  return judged.length;
}

async function dryRun(
  transact: Transact,
  viewer: Viewer,
  of: ImportEntity,
  given: readonly Given[],
): Promise<readonly Judged[]> {
  try {
    return await transact(viewer, async (tx) => {
      throw new DryRun(await judged(tx, of, given));
    });
  } catch (error) {
    if (error instanceof DryRun) return error.rows;
    throw error;
  }
}

interface Tried {
  readonly row: Given;
  readonly name: string | null;
  readonly twin: string | null;
  readonly problems: readonly RowProblem[];
  readonly said: Said | null;
  /** as they were recorded for a moment */
  readonly personId: string | null;
}

async function judged(tx: Tx, of: ImportEntity, given: readonly Given[]): Promise<Judged[]> {
  const vocabulary = await vocabularyOf(tx, of);
  const tried: Tried[] = [];
  for (const row of given) tried.push(await tryRow(tx, of, vocabulary, row));
  const twins = await twinsBefore(tx, of, tried);
  const made = tried.flatMap(({ personId }) => personId ?? []);
  const candidates = await candidatesFor(tx, of.regionId, made);
  const known = await knownPeople(tx, [
    ...new Set([...candidates.values()].flat().map(({ personId }) => personId)),
  ]);
  const rows: Judged[] = [];
  for (const each of tried) {
    const { row, said, personId } = each;
    const base = { id: row.id, number: row.number, name: each.name, twin: each.twin };
    const bad = (problems: readonly RowProblem[]): Judged => ({
      ...base,
      outcome: 'BAD',
      personId: null,
      candidates: [],
      changes: [],
      problems,
    });
    const twin = twins.get(row.id);
    if (!said || !personId) rows.push(bad(each.problems));
    else if (twin !== undefined) rows.push(bad([{ code: 'ROW_TWICE', column: null, params: { row: twin } }]));
    else {
      const alike = (candidates.get(personId) ?? []).filter((one) => known.has(one.personId));
      const found = verdict(said, alike, known);
      const person = found.personId === null ? null : known.get(found.personId)!;
      if (person?.isDead) {
        rows.push(bad([{ code: 'PERSON_DECEASED', column: null, params: {} }]));
        continue;
      }
      const refused =
        found.outcome === 'CHANGES' && person
          ? await attempt(tx, vocabulary, () => recordChanges(tx, said, person, found.changes))
          : [];
      if (refused.length > 0) rows.push(bad(refused));
      else rows.push({ ...base, ...found, candidates: alike, problems: [] });
    }
  }
  return rows;
}

async function tryRow(tx: Tx, of: ImportEntity, vocabulary: Vocabulary, row: Given): Promise<Tried> {
  const { said, problems } = readRow(row.cells, vocabulary);
  const name = said && [said.name.givenName, said.name.infix, said.name.familyName].filter(Boolean).join(' ');
  let personId: string | null = null;
  const refused = said
    ? await attempt(tx, vocabulary, async () => {
        personId = (await recordNew(tx, of.regionId, said))[0]!.subjectId;
      })
    : problems;
  return {
    row,
    name,
    twin: said && twinOf(said, name!, row.cells),
    problems: refused,
    said: refused.length > 0 ? null : said,
    personId: refused.length > 0 ? null : personId,
  };
}

/** Whom a row is of, as far as it says: two rows without address or number are of two people, unless they are alike. */
function twinOf({ email, phone }: Said, name: string, cells: readonly string[]): string {
  const reached = [email?.toLowerCase() ?? '', phone?.replace(/\D/g, '') ?? ''];
  return [folded(name), ...(email || phone ? reached : cells)].join('|');
}

/** What a row of these is refused for, and nothing of that stays. */
async function attempt(tx: Tx, { mapping }: Vocabulary, work: () => Promise<unknown>): Promise<RowProblem[]> {
  tx.send('savepoint import_row');
  try {
    await work();
    await tx.query('release savepoint import_row');
    return [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    await tx.query('rollback to savepoint import_row');
    return rowProblems(error, mapping);
  }
}

/** The number of an earlier row of the same person, and in a list of members of the same network. */
async function twinsBefore(
  tx: Tx,
  of: ImportEntity,
  tried: readonly Tried[],
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  const seen = new Map<string, number>();
  const column = of.mapping.indexOf('NETWORK');
  const within = (twin: string, cells: readonly string[]) => `${twin}|${folded(cells[column] ?? '')}`;
  const earlier = await tx.query<{ twin: string; number: number; cells: string[] }>(
    `select twin, number, cells from import_rows
     where import_id = $1 and outcome is not null and outcome <> 'BAD' and twin = any ($2)`,
    [of.id, tried.flatMap(({ twin }) => twin ?? [])],
  );
  for (const { twin, number, cells } of earlier) seen.set(within(twin, cells), number);
  for (const { row, twin, said } of tried) {
    if (twin === null || !said) continue;
    const key = within(twin, row.cells);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row.number);
    else found.set(row.id, first);
  }
  return found;
}
