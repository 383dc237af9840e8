import { v7 as uuid } from 'uuid';
import { insert, remove, update } from '../../db/rows.js';
import type { Tx } from '../../db/transaction.js';
import { Checks } from '../../kernel/checks.js';
import { isBefore } from '../../kernel/clock.js';
import { failure } from '../../kernel/failure.js';
import { isSamePeriod, type Period } from '../../kernel/period.js';
import { NothingChanged } from '../../writes/patch.js';
import type { UseCase } from '../../writes/use-case.js';
import { allow, coordinatorsAndSecretaries } from '../access/policies.js';
import { TrekkerschapEntity } from '../oudernetwerken/oudernetwerk.entity.js';
import { checkRoleDay } from '../oudernetwerken/trekkerschap/start-trekkerschap.js';
import { builtUpon } from '../people/built-upon.js';
import { annul, recordAnnulment, undoReason } from '../undo/record-annulment.js';
import { AbsenceEntity } from './absence.entity.js';
import { alternateOf } from './alternate.js';
import type { AbsenceAnnulInput, AbsenceCorrectInput } from './absence.inputs.js';
import { aboutAbsence, awayOf } from './absences.events.js';
import { daysOf, keeps, lockAbsence, type Part } from './lock-absence.js';
import { daysOfEach, refuseActing, renewStandbyIn, substituteOf, wholeOf } from './parts-of-absence.js';
import { refuseAway } from './record-absence.js';

/** It never was. Whoever acted for them is put right first. */
export const annulAbsence: UseCase<AbsenceAnnulInput, { person: string }> = {
  policy: coordinatorsAndSecretaries,
  async run(tx, input) {
    const reason = undoReason(input);
    const { absence, place, parts } = await lockAbsence(tx, input);
    allow(keeps(tx.viewer, place));
    const all = parts.map((part) => part.absence);
    await refuseActing(tx, all);
    await refuseAlternate(tx, absence);
    for (const each of all) {
      annul(tx, AbsenceEntity, 'Absence', each, reason);
      tx.record({ name: 'absence.annulled', ...aboutAbsence(each), details: awayOf(each) });
    }
    await renewStandbyIn(tx, parts);
    return { person: absence.personId };
  },
};

/** It was on other days: annulled and recorded anew. Whoever acts from its first day on does so from the new one. */
export const correctAbsence: UseCase<AbsenceCorrectInput, { absence: string }> = {
  policy: coordinatorsAndSecretaries,
  async run(tx, input) {
    const reason = undoReason(input);
    const { absence: old, place, parts } = await lockAbsence(tx, input);
    allow(keeps(tx.viewer, place));
    const { patch } = input;
    const was = wholeOf(parts);
    const period: Period = {
      from: patch.from ?? was.from,
      until: patch.until === undefined ? was.until : patch.until,
    };
    const at = (field: string) => ['input', 'patch', field];
    const checks = new Checks();
    checks.period(period, at(patch.until === undefined ? 'from' : 'until'));
    checkRoleDay(checks, tx, period.from, at('from'));
    checkRoleDay(checks, tx, period.until, at('until'));
    checks.done();
    if (isSamePeriod(period, was)) {
      throw new NothingChanged({ absence: old.id });
    }
    await refuseAlternate(tx, old);
    const absence = await recordAnew(tx, parts, { period, reason });
    await renewStandbyIn(tx, parts);
    return { absence };
  },
};

interface Otherwise {
  readonly period: Period;
  readonly reason: string;
}

/** In each place on the days that it has there; the id of the last one. */
async function recordAnew(tx: Tx, parts: readonly Part[], { period, reason }: Otherwise): Promise<string> {
  const days = daysOfEach(parts, period);
  const all = parts.map(({ absence: old }, place) => ({ old, row: rowOn(old, days[place]!) }));
  await refuseActing(
    tx,
    all.flatMap(({ old, row }) => (row ? [] : [old])),
  );
  const made = all.flatMap(({ old, row }) => (row ? [{ old, row }] : []));
  const acting = await Promise.all(made.map(({ old }) => substituteOf(tx, old)));
  for (const { old } of all) remove(tx, AbsenceEntity, { id: old.id });
  for (const [place, { old, row }] of made.entries()) {
    await refuseAway(tx, row, ['input', 'patch']);
    insert(tx, AbsenceEntity, { ...row, formerId: made[place - 1]?.row.id ?? null });
    if (!(await daysOf(tx, row.id)))
      throw failure('NOT_IN_ROLE', ['input', 'patch', 'from'], { on: row.period.from });
    const acted = acting[place];
    if (acted) beginAnew(tx, acted, old.period, row.period);
    tx.record({ name: 'absence.recorded', ...aboutAbsence(row), details: awayOf(row) });
  }
  const { id } = made.at(-1)!.row;
  for (const { old, row } of all) {
    const replacedBy = row?.id ?? id;
    recordAnnulment(tx, 'Absence', old, reason, replacedBy);
    tx.record({ name: 'absence.corrected', ...aboutAbsence(old), details: { ...awayOf(old), replacedBy } });
  }
  return id;
}

function rowOn(old: AbsenceEntity, period: Period | null): AbsenceEntity | null {
  if (!period) return null;
  const changes = { id: uuid(), version: 1, period, expectedUntil: stillExpected(old, period) };
  return Object.assign(new AbsenceEntity(), old, changes);
}

async function refuseAlternate(tx: Tx, { id, period }: AbsenceEntity): Promise<void> {
  const alternate = await alternateOf(tx, id);
  if (alternate) throw await builtUpon(tx, 'substitute', alternate, period.from);
}

function beginAnew(tx: Tx, acted: TrekkerschapEntity, was: Period, { from }: Period): void {
  const { until } = acted.period;
  const stops = [until, acted.plannedEndOn].some((day) => day && isBefore(day, from));
  if (stops || !acted.period.from.equals(was.from)) return;
  const changes = { period: { from, until }, version: acted.version + 1 };
  update(tx, TrekkerschapEntity, { id: acted.id }, changes);
}

/** A day that was expected before it began says nothing any more. */
function stillExpected({ expectedUntil }: AbsenceEntity, { from }: Period) {
  return expectedUntil && isBefore(expectedUntil, from) ? null : expectedUntil;
}
