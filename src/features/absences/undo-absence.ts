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
import { renewStandby } from '../oudernetwerken/trekkerschap/standby.js';
import { builtUpon } from '../people/built-upon.js';
import { recordAnnulment, undoReason } from '../undo/record-annulment.js';
import { AbsenceEntity } from './absence.entity.js';
import { alternateOf } from './alternate.js';
import type { AbsenceAnnulInput, AbsenceCorrectInput } from './absence.inputs.js';
import { aboutAbsence, awayOf } from './absences.events.js';
import { daysOf, keeps, lockAbsence } from './lock-absence.js';
import { refuseAway } from './record-absence.js';

/** It never was. Whoever acted for them is put right first. */
export const annulAbsence: UseCase<AbsenceAnnulInput, { person: string }> = {
  policy: coordinatorsAndSecretaries,
  async run(tx, input) {
    const reason = undoReason(input);
    const { absence, place } = await lockAbsence(tx, input);
    allow(keeps(tx.viewer, place));
    const acted = await substituteOf(tx, absence);
    if (acted) throw await builtUpon(tx, 'substitute', acted.personId, acted.period.from);
    await refuseAlternate(tx, absence);
    remove(tx, AbsenceEntity, { id: absence.id });
    recordAnnulment(tx, 'Absence', absence, reason);
    tx.record({ name: 'absence.annulled', ...aboutAbsence(absence), details: awayOf(absence) });
    if (place.network) await renewStandby(tx, place.network);
    return { person: absence.personId };
  },
};

/** It was on other days: annulled and recorded anew. Whoever acts from its first day on does so from the new one. */
export const correctAbsence: UseCase<AbsenceCorrectInput, { absence: string }> = {
  policy: coordinatorsAndSecretaries,
  async run(tx, input) {
    const reason = undoReason(input);
    const { absence: old, place } = await lockAbsence(tx, input);
    allow(keeps(tx.viewer, place));
    const { patch } = input;
    const period: Period = {
      from: patch.from ?? old.period.from,
      until: patch.until === undefined ? old.period.until : patch.until,
    };
    const at = (field: string) => ['input', 'patch', field];
    const checks = new Checks();
    checks.period(period, at(patch.until === undefined ? 'from' : 'until'));
    checkRoleDay(checks, tx, period.from, at('from'));
    checkRoleDay(checks, tx, period.until, at('until'));
    checks.done();
    if (isSamePeriod(period, old.period)) {
      throw new NothingChanged({ absence: old.id });
    }
    const acted = await substituteOf(tx, old);
    await refuseAlternate(tx, old);
    remove(tx, AbsenceEntity, { id: old.id });
    await refuseAway(tx, { ...old, period }, ['input', 'patch']);
    const row = { ...old, id: uuid(), version: 1, period, expectedUntil: stillExpected(old, period) };
    insert(tx, AbsenceEntity, row);
    if (!(await daysOf(tx, row.id))) throw failure('NOT_IN_ROLE', at('from'), { on: period.from });
    if (acted) beginAnew(tx, acted, old.period, period);
    recordAnnulment(tx, 'Absence', old, reason, row.id);
    const details = { ...awayOf(old), replacedBy: row.id };
    tx.record({ name: 'absence.corrected', ...aboutAbsence(old), details });
    tx.record({ name: 'absence.recorded', ...aboutAbsence(row), details: awayOf(row) });
    if (place.network) await renewStandby(tx, place.network);
    return { absence: row.id };
  },
};

function substituteOf(tx: Tx, { substituteId: id }: AbsenceEntity): Promise<TrekkerschapEntity | null> {
  return id ? tx.manager.findOneBy(TrekkerschapEntity, { id }) : Promise.resolve(null);
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
