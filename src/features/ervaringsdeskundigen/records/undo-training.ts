import { v7 as uuid } from 'uuid';
import { insert } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import type { UseCase } from '../../../writes/use-case.js';
import { findLocked, type VersionedId } from '../../../writes/find.js';
import { newsIn, NothingChanged } from '../../../writes/patch.js';
import { Checks } from '../../../kernel/checks.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { annul, undoReason } from '../../undo/record-annulment.js';
import { ErvaringsdeskundigeEntity, TrainingEntity } from '../ervaringsdeskundige.entity.js';
import { checkTraining, LONGEST_TITLE, toldOfTraining } from './save-training.js';
import type { TrainingAnnulInput, TrainingCorrectInput, TrainingPatch } from './training.inputs.js';

/** It was never completed. */
export const annulTraining: UseCase<TrainingAnnulInput, { ervaringsdeskundige: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const reason = undoReason(input);
    const { training, profile } = await lockTraining(tx, input);
    const { id } = training;
    annul(tx, TrainingEntity, 'Training', { id, regionId: profile.regionId }, reason);
    const told = toldOfTraining(id, profile);
    tx.record({ name: 'training.annulled', ...told, details: { ...told.details, ...whatItSaid(training) } });
    return { ervaringsdeskundige: profile.id };
  },
};

type Corrected = { training: string; ervaringsdeskundige: string };

/** It was otherwise: annulled and recorded anew. */
export const correctTraining: UseCase<TrainingCorrectInput, Corrected> = {
  policy: coordinators,
  async run(tx, input) {
    const reason = undoReason(input);
    const { training: old, profile } = await lockTraining(tx, input);
    const news = newsIn(old, patched(tx, old, input.patch));
    const fields = Object.keys(news);
    if (fields.length === 0) throw new NothingChanged({ training: old.id, ervaringsdeskundige: profile.id });
    const { ervaringsdeskundigeId, title, issuer, completedOn, validUntil } = { ...old, ...news };
    const row = { id: uuid(), ervaringsdeskundigeId, title, issuer, completedOn, validUntil };
    annul(tx, TrainingEntity, 'Training', { id: old.id, regionId: profile.regionId }, reason, row.id);
    insert(tx, TrainingEntity, row);
    const told = toldOfTraining(old.id, profile);
    const details = { ...told.details, ...whatItSaid(old), fields, replacedBy: row.id };
    tx.record({ name: 'training.corrected', ...told, details });
    tx.record({ name: 'training.recorded', ...toldOfTraining(row.id, profile) });
    return { training: row.id, ervaringsdeskundige: profile.id };
  },
};

function patched(tx: Tx, old: TrainingEntity, patch: TrainingPatch): Partial<TrainingEntity> {
  const at = (field: string) => ['input', 'patch', field];
  const checks = new Checks();
  const changes: Partial<TrainingEntity> = {};
  for (const text of ['title', 'issuer'] as const) {
    if (patch[text] !== undefined) changes[text] = checks.text(patch[text], at(text), LONGEST_TITLE);
  }
  if (patch.completedOn !== undefined) changes.completedOn = patch.completedOn;
  if (patch.validUntil !== undefined) changes.validUntil = patch.validUntil;
  const { completedOn, validUntil } = { ...old, ...changes };
  checkTraining(checks, tx, completedOn, validUntil, ['input', 'patch']);
  checks.done();
  return changes;
}

function whatItSaid({ completedOn, validUntil }: TrainingEntity) {
  return { completedOn: completedOn.toString(), validUntil: validUntil?.toString() ?? null };
}

async function lockTraining(tx: Tx, input: VersionedId) {
  const training = await findLocked(tx, TrainingEntity, input);
  const profile = await tx.manager.findOneByOrFail(ErvaringsdeskundigeEntity, {
    id: training.ervaringsdeskundigeId,
  });
  allow(manages(tx.viewer, profile.regionId));
  return { training, profile };
}
