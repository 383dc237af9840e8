import { sideBySide } from '../../../../db/side-by-side.js';
import type { Tx } from '../../../../db/transaction.js';
import { folded } from '../columns/fields.js';
import type { ImportEntity, RowProblem } from '../import.entity.js';
import { candidatesFor, knownPeople } from '../rows/known-people.js';
import type { Part } from '../rows/part.js';
import { readRow } from '../rows/read-row.js';
import { recordChanges, recordNew } from '../rows/record-row.js';
import type { Said } from '../rows/said.js';
import { verdict } from '../rows/verdict.js';
import { type Vocabulary, vocabularyOf } from '../rows/vocabulary.js';
import { inGroups, oneTurn } from './one-turn.js';
import { attempt, bad, type Given, type Judged, type Read, twinsBefore } from './judging.js';

interface Tried extends Read {
  readonly problems: readonly RowProblem[];
  readonly said: Said | null;
  /** as they were recorded for a moment */
  readonly personId: string | null;
}

/** Judges rows of people, and of what they are members of. */
export async function judgePeople(tx: Tx, of: ImportEntity, given: readonly Given[]): Promise<Judged[]> {
  const vocabulary = await vocabularyOf(tx, of, given);
  const tried: Tried[] = [];
  for (const some of oneTurn(inGroups(given))) tried.push(...(await tryRows(tx, of, vocabulary, some)));
  const twin = await twinsBefore(
    tx,
    of,
    tried.filter(({ said }) => said),
  );
  const made = tried.flatMap(({ personId }) => personId ?? []);
  const candidates = await candidatesFor(tx, of.regionId, made);
  const known = await knownPeople(tx, [
    ...new Set([...candidates.values()].flat().map(({ personId }) => personId)),
  ]);
  const rows: Judged[] = [];
  for (const each of tried) {
    const { row, said, personId } = each;
    const twice = twin(row);
    if (!said || !personId) rows.push(bad(each, each.problems));
    else if (twice) rows.push(bad(each, [twice]));
    else {
      const alike = (candidates.get(personId) ?? []).filter((one) => known.has(one.personId));
      const found = verdict(said, alike, known);
      const person = found.personId === null ? null : known.get(found.personId)!;
      if (person?.isDead) {
        rows.push(bad(each, [{ code: 'PERSON_DECEASED', column: null, params: {} }]));
        continue;
      }
      const refused =
        found.outcome === 'CHANGES' && person
          ? await attempt(tx, vocabulary.mapping, () => recordChanges(tx, said, person, found.changes))
          : [];
      if (refused.length > 0) rows.push(bad(each, refused));
      else {
        const { id, number } = row;
        const { name, twin } = each;
        rows.push({ id, number, name, twin, ...found, candidates: alike, problems: [] });
      }
    }
  }
  return rows;
}

/** Records rows for a moment: those that nothing is wrong with at once, and one by one where that is refused. */
async function tryRows(
  tx: Tx,
  of: ImportEntity,
  vocabulary: Vocabulary,
  given: readonly Given[],
): Promise<Tried[]> {
  const read = given.map((row) => asRead(row, vocabulary));
  const sound = read.filter(({ said }) => said);
  const record = (on: Tx, { said }: Tried) => recordNew(on, of.regionId, said!);
  const found = new Map<Tried, Tried>();
  const keep = (rows: readonly Tried[], made: readonly (readonly Part[])[]) =>
    rows.forEach((row, place) => found.set(row, { ...row, personId: made[place]![0]!.subjectId }));

  const first = await sideBySide(tx, sound, record);
  if ('done' in first) keep(sound, first.done);
  else {
    const others = sound.filter((_, place) => !first.failed.has(place));
    const second = others.length > 0 ? await sideBySide(tx, others, record) : { done: [] };
    if ('done' in second) keep(others, second.done);
    for (const row of sound) if (!found.has(row)) found.set(row, await tryRow(tx, vocabulary, row, record));
  }
  return read.map((row) => found.get(row) ?? row);
}

function asRead(row: Given, vocabulary: Vocabulary): Tried {
  const { said, problems } = readRow(row.cells, vocabulary);
  const name = said && [said.name.givenName, said.name.infix, said.name.familyName].filter(Boolean).join(' ');
  return { row, name, twin: said && twinOf(said, name!, row.cells), problems, said, personId: null };
}

async function tryRow(
  tx: Tx,
  { mapping }: Vocabulary,
  row: Tried,
  record: (tx: Tx, row: Tried) => Promise<readonly Part[]>,
): Promise<Tried> {
  let personId: string | null = null;
  const problems = await attempt(tx, mapping, async () => {
    personId = (await record(tx, row))[0]!.subjectId;
  });
  return problems.length > 0 ? { ...row, problems, said: null } : { ...row, personId };
}

/** Whom a row is of, as far as it says: two rows without address or number are of two people, unless they are alike. */
function twinOf({ email, phone }: Said, name: string, cells: readonly string[]): string {
  const reached = [email?.toLowerCase() ?? '', phone?.replace(/\D/g, '') ?? ''];
  return [folded(name), ...(email || phone ? reached : cells)].join('|');
}
