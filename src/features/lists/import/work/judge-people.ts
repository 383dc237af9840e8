import type { Tx } from '../../../../db/transaction.js';
import { folded } from '../columns/fields.js';
import type { ImportEntity, RowProblem } from '../import.entity.js';
import { candidatesFor, knownPeople } from '../rows/known-people.js';
import { readRow } from '../rows/read-row.js';
import { recordChanges, recordNew } from '../rows/record-row.js';
import type { Said } from '../rows/said.js';
import { verdict } from '../rows/verdict.js';
import { type Vocabulary, vocabularyOf } from '../rows/vocabulary.js';
import { oneTurn } from './one-turn.js';
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
  for (const row of oneTurn(given)) tried.push(await tryRow(tx, of, vocabulary, row));
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

async function tryRow(tx: Tx, of: ImportEntity, vocabulary: Vocabulary, row: Given): Promise<Tried> {
  const { said, problems } = readRow(row.cells, vocabulary);
  const name = said && [said.name.givenName, said.name.infix, said.name.familyName].filter(Boolean).join(' ');
  let personId: string | null = null;
  const refused = said
    ? await attempt(tx, vocabulary.mapping, async () => {
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
