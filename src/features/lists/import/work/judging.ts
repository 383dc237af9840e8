import type { Tx } from '../../../../db/transaction.js';
import { Failure } from '../../../../kernel/failure.js';
import { type Field, folded, type ImportKind } from '../columns/fields.js';
import type { ImportEntity, ImportRowEntity, RowProblem } from '../import.entity.js';
import { subjectRows } from '../subjects/kinds.js';
import { rowProblems } from './row-problems.js';

/** What was found out of a row. */
export type Judged = Pick<
  ImportRowEntity,
  'id' | 'number' | 'outcome' | 'name' | 'personId' | 'candidates' | 'changes' | 'problems' | 'twin'
>;
export type Given = Pick<ImportRowEntity, 'id' | 'number' | 'cells'>;

/** A row as it was read, and whom or what it is of, as far as it says. */
export interface Read {
  readonly row: Given;
  readonly name: string | null;
  /** the same for two rows of one; null where another one may say the same */
  readonly twin: string | null;
}

export function bad({ row, name, twin }: Read, problems: readonly RowProblem[]): Judged {
  const { id, number } = row;
  return { id, number, name, twin, outcome: 'BAD', personId: null, candidates: [], changes: [], problems };
}

/** What a row of these columns is refused for, and nothing of that stays. */
export async function attempt(
  tx: Tx,
  mapping: readonly (Field | null)[],
  work: () => Promise<unknown>,
): Promise<RowProblem[]> {
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

/** What, beside the person, says that two rows are of the same. */
function keyOf(kind: ImportKind): readonly Field[] {
  return subjectRows(kind)?.key ?? (kind === 'MEMBERS' ? ['NETWORK'] : []);
}

export function keyCells(of: ImportEntity, cells: readonly string[]): string {
  return keyOf(of.kind)
    .map((field) => folded(cells[of.mapping.indexOf(field)] ?? ''))
    .join('|');
}

/** Why a row is one too many: the number of an earlier one of the same. */
export async function twinsBefore(
  tx: Tx,
  of: ImportEntity,
  rows: readonly Read[],
): Promise<(row: Given) => RowProblem | null> {
  const found = new Map<string, number>();
  const seen = new Map<string, number>();
  const within = (twin: string, cells: readonly string[]) => `${twin}|${keyCells(of, cells)}`;
  const earlier = await tx.query<{ twin: string; number: number; cells: string[] }>(
    `select twin, number, cells from import_rows
     where import_id = $1 and outcome is not null and outcome <> 'BAD' and twin = any ($2)`,
    [of.id, rows.flatMap(({ twin }) => twin ?? [])],
  );
  for (const { twin, number, cells } of earlier) seen.set(within(twin, cells), number);
  for (const { row, twin } of rows) {
    if (twin === null) continue;
    const key = within(twin, row.cells);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row.number);
    else found.set(row.id, first);
  }
  const what = subjectRows(of.kind) ? 'row' : 'person';
  return ({ id }) => {
    const row = found.get(id);
    return row === undefined ? null : { code: 'ROW_TWICE', column: null, params: { what, row } };
  };
}
