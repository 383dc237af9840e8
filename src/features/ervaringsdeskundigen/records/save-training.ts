import { v7 as uuid } from 'uuid';
import { insert, remove, update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import type { UseCase } from '../../../writes/use-case.js';
import { findLocked } from '../../../writes/find.js';
import { about } from '../../../writes/events.js';
import { newsIn, NothingChanged } from '../../../writes/patch.js';
import { Checks } from '../../../kernel/checks.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { ErvaringsdeskundigeEntity, TrainingEntity } from '../ervaringsdeskundige.entity.js';
import { lockKept } from '../lock-profile.js';
import type { TrainingCorrectInput, TrainingRecordInput, TrainingRemoveInput } from './training.inputs.js';

const LONGEST = 200;

/** A coordinator of the home region, who has seen the proof. */
export const recordTraining: UseCase<TrainingRecordInput, { training: string; ervaringsdeskundige: string }> =
  {
    policy: coordinators,
    async run(tx, input) {
      const profile = await lockKept(tx, input);
      allow(manages(tx.viewer, profile.regionId));
      const checks = new Checks();
      const title = checks.text(input.title, ['input', 'title'], LONGEST);
      const issuer = checks.text(input.issuer, ['input', 'issuer'], LONGEST);
      const { completedOn, validUntil = null } = input;
      checkDays(checks, tx, completedOn, validUntil, ['input']);
      checks.done();
      const row = { id: uuid(), ervaringsdeskundigeId: profile.id, title, issuer, completedOn, validUntil };
      insert(tx, TrainingEntity, row);
      tx.record({ name: 'training.recorded', ...told(row.id, profile, []) });
      return { training: row.id, ervaringsdeskundige: profile.id };
    },
  };

export const correctTraining: UseCase<TrainingCorrectInput, { training: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const { training, profile } = await lockTraining(tx, input);
    const { patch } = input;
    const at = (field: string) => ['input', 'patch', field];
    const checks = new Checks();
    const changes: Partial<TrainingEntity> = {};
    for (const text of ['title', 'issuer'] as const) {
      if (patch[text] !== undefined) changes[text] = checks.text(patch[text] ?? '', at(text), LONGEST);
    }
    if (patch.completedOn === null) checks.refuse('REQUIRED', at('completedOn'));
    else if (patch.completedOn !== undefined) changes.completedOn = patch.completedOn;
    if (patch.validUntil !== undefined) changes.validUntil = patch.validUntil;
    const { completedOn, validUntil } = { ...training, ...changes };
    checkDays(checks, tx, completedOn, validUntil, ['input', 'patch']);
    checks.done();
    const news = newsIn(training, changes);
    const fields = Object.keys(news);
    if (fields.length === 0) throw new NothingChanged({ training: training.id });
    update(tx, TrainingEntity, { id: training.id }, news);
    tx.record({ name: 'training.corrected', ...told(training.id, profile, fields) });
    return { training: training.id };
  },
};

export const removeTraining: UseCase<TrainingRemoveInput, { ervaringsdeskundige: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const { training, profile } = await lockTraining(tx, input);
    remove(tx, TrainingEntity, { id: training.id });
    tx.record({ name: 'training.removed', ...told(training.id, profile, []) });
    return { ervaringsdeskundige: profile.id };
  },
};

async function lockTraining(tx: Tx, input: { id: string; expectedVersion?: number | null }) {
  const training = await findLocked(tx, TrainingEntity, input);
  const profile = await tx.manager.findOneByOrFail(ErvaringsdeskundigeEntity, {
    id: training.ervaringsdeskundigeId,
  });
  allow(manages(tx.viewer, profile.regionId));
  return { training, profile };
}

function checkDays(
  checks: Checks,
  tx: Tx,
  completedOn: PlainDate,
  validUntil: PlainDate | null,
  path: readonly string[],
): void {
  const years = { years: 50 };
  checks.dayUntilToday(completedOn, [...path, 'completedOn'], tx.today.subtract(years), tx.today);
  checks.day(validUntil, [...path, 'validUntil'], completedOn, tx.today.add(years));
}

function told(
  id: string,
  { id: ervaringsdeskundigeId, regionId }: ErvaringsdeskundigeEntity,
  fields: readonly string[],
) {
  return { ...about('Training', { id, regionId }), details: { ervaringsdeskundigeId, fields } };
}
