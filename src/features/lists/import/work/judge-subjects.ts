import type { Tx } from '../../../../db/transaction.js';
import { folded } from '../columns/fields.js';
import type { ImportEntity, RowCandidate, RowChange, RowProblem } from '../import.entity.js';
import { candidatesFor, knownPeople } from '../rows/known-people.js';
import { recordChanges, recordNew } from '../rows/record-row.js';
import { Row } from '../rows/row.js';
import { verdict, type Verdict } from '../rows/verdict.js';
import { type Vocabulary, vocabularyOf } from '../rows/vocabulary.js';
import { asPerson, nameOfWho, type SubjectRows, type SubjectSaid } from '../subjects/subject-rows.js';
import { attempt, bad, type Given, type Judged, keyCells, type Read, twinsBefore } from './judging.js';

/** A row of a list of something else than people, as it was read. */
export interface ReadSubject extends Read {
  readonly said: SubjectSaid | null;
  readonly problems: readonly RowProblem[];
}

export function readSubject(
  of: ImportEntity,
  rows: SubjectRows,
  vocabulary: Vocabulary,
  given: Given,
): ReadSubject {
  const row = new Row(given.cells, vocabulary);
  const read = rows.read(row, vocabulary);
  const said = row.problems.length > 0 ? null : read;
  return {
    row: given,
    said,
    problems: row.problems,
    name: said && rows.nameOf(said),
    twin: said && twinOf(of, rows, said, given.cells),
  };
}

/** Whom a row names: by address and number, or where it says none, by the name alone within what the row is of. */
function twinOf(
  of: ImportEntity,
  rows: SubjectRows,
  said: SubjectSaid,
  cells: readonly string[],
): string | null {
  const { who } = said;
  if (!who) return rows.mayRepeat?.(said) ? null : keyCells(of, cells);
  const { email, phone } = who;
  const within = folded(cells[of.mapping.indexOf(rows.key[0]!)] ?? '');
  const reached = email || phone ? [email?.toLowerCase() ?? '', phone?.replace(/\D/g, '') ?? ''] : [within];
  return [folded(nameOfWho(who)), ...reached].join('|');
}

/** Who those may be whom rows name. */
interface Whom {
  readonly refused: readonly RowProblem[];
  /** as they were recorded for a moment */
  readonly made: string | null;
  readonly candidates: readonly RowCandidate[];
}

/** Judges rows of networks, activities or seats, by recording them. */
export async function judgeSubjects(
  tx: Tx,
  of: ImportEntity,
  rows: SubjectRows,
  given: readonly Given[],
): Promise<Judged[]> {
  const vocabulary = await vocabularyOf(tx, of, given);
  const all = given.map((row) => readSubject(of, rows, vocabulary, row));
  const read = all.filter((each) => each.said !== null);
  const twin = await twinsBefore(tx, of, read);
  const whom = await peopleIn(tx, of, vocabulary, read);
  const known = await knownPeople(tx, [
    ...new Set([...whom.values()].flatMap(({ candidates }) => candidates.map(({ personId }) => personId))),
  ]);
  const saids = read.map(({ said }) => said!);
  const holders = await rows.holders(tx, saids);
  const record = rows.recorder(saids, true);

  const judge = async (each: ReadSubject): Promise<Judged> => {
    const { row, said, name } = each;
    if (!said) return bad(each, each.problems);
    const twice = twin(row);
    if (twice) return bad(each, [twice]);
    const person = said.who && whom.get(each.twin!)!;
    if (person && person.refused.length > 0) return bad(each, person.refused);
    const candidates = person?.candidates.filter(({ personId }) => known.has(personId)) ?? [];
    const found = said.who && verdict(asPerson(said.who), candidates, known, holders(said));
    const on = found?.personId ? known.get(found.personId)! : null;
    if (on?.isDead) return bad(each, [{ code: 'PERSON_DECEASED', column: null, params: {} }]);
    let done: Awaited<ReturnType<typeof record>>;
    const refused = await attempt(tx, vocabulary.mapping, async () => {
      if (on && found) await recordChanges(tx, asPerson(said.who), on, found.changes);
      done = await record(tx, of, said, on?.id ?? person?.made ?? null);
    });
    if (refused.length > 0) return bad(each, refused);
    const changes = [...(found?.changes ?? []), ...done!.changes];
    const outcome = outcomeOf(found, done!.isNew, changes);
    const personId = found?.personId ?? null;
    const { id, number } = row;
    return { id, number, name, twin: each.twin, outcome, personId, candidates, changes, problems: [] };
  };

  const judged = new Map<string, Judged>();
  for (const each of inOrder(rows, all)) judged.set(each.row.id, await judge(each));
  return given.map(({ id }) => judged.get(id)!);
}

/** Rows in which they are recorded; those that say nothing first. */
export function inOrder<Of extends { readonly said: SubjectSaid | null }>(
  rows: SubjectRows,
  all: readonly Of[],
): Of[] {
  const { order } = rows;
  if (!order) return [...all];
  return [...all].sort(({ said: one }, { said: other }) =>
    one && other ? order(one, other) : Number(one !== null) - Number(other !== null),
  );
}

function outcomeOf(
  found: Verdict | null,
  isNew: boolean,
  changes: readonly RowChange[],
): Exclude<Judged['outcome'], 'BAD' | null> {
  if (found?.outcome === 'DOUBTFUL') return 'DOUBTFUL';
  if (isNew) return 'NEW';
  return changes.length > 0 ? 'CHANGES' : 'SAME';
}

/** Everybody whom the rows name, recorded for a moment to be compared with those on record. */
async function peopleIn(
  tx: Tx,
  of: ImportEntity,
  vocabulary: Vocabulary,
  read: readonly ReadSubject[],
): Promise<ReadonlyMap<string, Whom>> {
  const made = new Map<string, { refused: readonly RowProblem[]; id: string | null }>();
  for (const { said, twin } of read) {
    const who = said!.who;
    if (!who || made.has(twin!)) continue;
    let id: string | null = null;
    const refused = await attempt(tx, vocabulary.mapping, async () => {
      id = (await recordNew(tx, of.regionId, asPerson(who)))[0]!.subjectId;
    });
    made.set(twin!, { refused, id: refused.length > 0 ? null : id });
  }
  const candidates = await candidatesFor(
    tx,
    of.regionId,
    [...made.values()].flatMap(({ id }) => id ?? []),
  );
  return new Map(
    [...made].map(([twin, { refused, id }]) => [
      twin,
      { refused, made: id, candidates: (id && candidates.get(id)) || [] },
    ]),
  );
}
