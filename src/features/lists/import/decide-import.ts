import { remove, update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import { Checks } from '../../../kernel/checks.js';
import { failure } from '../../../kernel/failure.js';
import { about } from '../../../writes/events.js';
import { findExpected, findLocked, uuidOf, type VersionedId } from '../../../writes/find.js';
import type { UseCase } from '../../../writes/use-case.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { refuseIfDeceased } from '../../people/deceased.js';
import { startOfSchoolYear } from '../../regions/school-holidays/school-year.js';
import { isOfKind } from './columns/fields.js';
import { isOfChild, takenTwice } from './columns/mapping.js';
import { ImportEntity, ImportRowEntity, NOT_JUDGED } from './import.entity.js';
import type {
  ImportApplyInput,
  ImportDecideInput,
  ImportDecisionInput,
  ImportDiscardInput,
  ImportMapInput,
  ImportUndoInput,
} from './import.inputs.js';
import { LIMITS } from './reading/table.js';
import { rememberColumns } from './receive-file.js';

type Done = { import: string };

/** Locked, and worked on for the viewer from now on. */
async function lockImport(
  tx: Tx,
  input: VersionedId,
  ...states: ImportEntity['state'][]
): Promise<ImportEntity> {
  const of = await findLocked(tx, ImportEntity, input);
  allow(manages(tx.viewer, of.regionId));
  if (!states.includes(of.state)) throw failure('IMPORT_ELSEWHERE', ['input', 'id'], { state: of.state });
  return of;
}

export const mapImport: UseCase<ImportMapInput, Done> = {
  policy: coordinators,
  async run(tx, input) {
    const of = await lockImport(tx, input, 'READY', 'JUDGING');
    const mapping = [...of.mapping];
    const checks = new Checks();
    for (const [place, { index, field }] of input.columns.entries()) {
      const path = ['input', 'columns', String(place)];
      checks.number(index, [...path, 'index'], 0, of.columns.length - 1);
      if (field && isOfChild(of.columns[index] ?? '')) checks.refuse('COLUMN_OF_CHILD', [...path, 'field']);
      if (field && !isOfKind(field, of.kind)) checks.refuse('FIELD_OF_OTHER_LIST', [...path, 'field']);
      mapping[index] = field ?? '';
    }
    const schoolYear = input.schoolYear === undefined ? of.schoolYear : input.schoolYear;
    if (schoolYear !== null && startOfSchoolYear(schoolYear) === null) {
      checks.refuse('BAD_SCHOOL_YEAR', ['input', 'schoolYear'], { value: schoolYear.slice(0, 20) });
    }
    if (takenTwice(mapping.map((field) => field || null))) checks.refuse('FIELD_TWICE', ['input', 'columns']);
    checks.done();
    update(
      tx,
      ImportEntity,
      { id: of.id },
      {
        mapping,
        schoolYear,
        state: 'JUDGING',
        accountId: tx.viewer.accountId!,
      },
    );
    update(tx, ImportRowEntity, { importId: of.id }, NOT_JUDGED);
    if (input.remember) rememberColumns(tx, { ...of, mapping });
    tx.record({ name: 'import.mapped', ...about('Import', of), details: {} });
    return { import: of.id };
  },
};

/** Rows have the numbers of a file, where titles and empty lines count. */
const LAST_LINE = 2 * LIMITS.rows;

export const decideRows: UseCase<ImportDecideInput, Done> = {
  policy: coordinators,
  async run(tx, input) {
    const of = await lockImport(tx, { id: input.id }, 'READY');
    const checks = new Checks();
    input.rows.forEach(({ number }, place) => {
      checks.number(number, ['input', 'rows', String(place), 'number'], 1, LAST_LINE);
    });
    checks.list(
      input.rows.map(({ number }) => String(number)),
      ['input', 'rows'],
      true,
    );
    checks.done();
    const rows = await tx.query<Pick<ImportRowEntity, 'number' | 'outcome' | 'candidates'>>(
      'select number, outcome, candidates from import_rows where import_id = $1 and number = any ($2)',
      [of.id, input.rows.map(({ number }) => number)],
    );
    const byNumber = new Map(rows.map((row) => [row.number, row]));
    for (const [place, decided] of input.rows.entries()) {
      const path = ['input', 'rows', String(place)];
      const row = byNumber.get(decided.number);
      if (!row) throw failure('NOT_FOUND', [...path, 'number']);
      const personId = decidedPerson(row, decided, path);
      if (personId) await refuseIfDeceased(tx, personId, null, [...path, 'personId']);
      // of a row that changes somebody, who that is stays known
      const who = row.outcome === 'DOUBTFUL' ? { personId } : {};
      update(
        tx,
        ImportRowEntity,
        { importId: of.id, number: decided.number },
        {
          decision: decided.decision,
          ...who,
        },
      );
    }
    tx.record({ name: 'import.decided', ...about('Import', of), details: { rows: input.rows.length } });
    return { import: of.id };
  },
};

function decidedPerson(
  { outcome, candidates }: Pick<ImportRowEntity, 'outcome' | 'candidates'>,
  { decision, personId }: ImportDecisionInput,
  path: readonly string[],
): string | null {
  if (decision === 'LEAVE_OUT') return null;
  if (outcome !== 'DOUBTFUL') throw failure('ROW_NOT_DOUBTFUL', [...path, 'decision']);
  if (decision === 'NEW') return null;
  const at = [...path, 'personId'];
  if (personId == null) throw failure('REQUIRED', at);
  const wanted = uuidOf(personId, 'Person', at);
  if (!candidates.some((candidate) => candidate.personId === wanted)) throw failure('NOT_FOUND', at);
  return wanted;
}

/**
 * Whole or not at all: what is done behind the request. One that came to a halt, as when the account that asked lost its
 * rights, goes on with those of whoever asks again.
 */
export const applyImport: UseCase<ImportApplyInput, Done> = {
  policy: coordinators,
  async run(tx, input) {
    const asked = await underWay(tx, input, 'APPLYING');
    if (asked) return asked;
    const of = await lockImport(tx, input, 'READY', 'APPLYING');
    const undecided = await tx.query<{ number: number }>(
      `select number from import_rows where import_id = $1 and outcome in ('BAD', 'DOUBTFUL') and decision is null
       order by number`,
      [of.id],
    );
    if (undecided.length > 0) {
      throw failure('ROWS_UNDECIDED', ['input', 'id'], {
        count: undecided.length,
        row: undecided[0]!.number,
      });
    }
    update(tx, ImportEntity, { id: of.id }, { state: 'APPLYING', accountId: tx.viewer.accountId! });
    tx.record({ name: 'import.applyAsked', ...about('Import', of), details: {} });
    return { import: of.id };
  },
};

/** What the account that asks has asked for already, while it is being done; null: nothing. */
async function underWay(
  tx: Tx,
  input: VersionedId,
  ...states: ImportEntity['state'][]
): Promise<Done | null> {
  const of = await findExpected(tx, ImportEntity, input);
  return of.accountId === tx.viewer.accountId && states.includes(of.state) ? { import: of.id } : null;
}

/** What stood in the file goes at once. */
export const discardImport: UseCase<ImportDiscardInput, Done> = {
  policy: coordinators,
  async run(tx, input) {
    const of = await lockImport(tx, input, 'AWAITING_FILE', 'JUDGING', 'READY');
    remove(tx, ImportRowEntity, { importId: of.id });
    update(tx, ImportEntity, { id: of.id }, { state: 'DISCARDED' });
    tx.record({ name: 'import.discarded', ...about('Import', of), details: {} });
    return { import: of.id };
  },
};

/** Of what is not recorded as a whole, the rows are to be recorded still. */
export const undoImport: UseCase<ImportUndoInput, Done> = {
  policy: coordinators,
  async run(tx, input) {
    const asked = await underWay(tx, input, 'UNDOING', 'REVERTING');
    if (asked) return asked;
    const of = await lockImport(tx, input, 'APPLIED', 'UNDOING', 'APPLYING', 'REVERTING');
    const isWhole = of.state === 'APPLIED' || of.state === 'UNDOING';
    const state = isWhole ? 'UNDOING' : 'REVERTING';
    update(tx, ImportEntity, { id: of.id }, { state, accountId: tx.viewer.accountId! });
    tx.record({ name: 'import.undoAsked', ...about('Import', of), details: {} });
    return { import: of.id };
  },
};
