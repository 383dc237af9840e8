import { v7 as uuid } from 'uuid';
import { insert } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import type { UseCase } from '../../../writes/use-case.js';
import { about } from '../../../writes/events.js';
import { Checks } from '../../../kernel/checks.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { allow, coordinators, manages } from '../../access/policies.js';
import { type ErvaringsdeskundigeEntity, TrainingEntity } from '../ervaringsdeskundige.entity.js';
import { lockLiving } from '../lock-profile.js';
import type { TrainingRecordInput } from './training.inputs.js';

export const LONGEST_TITLE = 200;

/** A coordinator of the home region, who has seen the proof. */
export const recordTraining: UseCase<TrainingRecordInput, { training: string; ervaringsdeskundige: string }> =
  {
    policy: coordinators,
    async run(tx, input) {
      const profile = await lockLiving(tx, input);
      allow(manages(tx.viewer, profile.regionId));
      const checks = new Checks();
      const title = checks.text(input.title, ['input', 'title'], LONGEST_TITLE);
      const issuer = checks.text(input.issuer, ['input', 'issuer'], LONGEST_TITLE);
      const { completedOn, validUntil = null } = input;
      checkTraining(checks, tx, completedOn, validUntil, ['input']);
      checks.done();
      const row = { id: uuid(), ervaringsdeskundigeId: profile.id, title, issuer, completedOn, validUntil };
      insert(tx, TrainingEntity, row);
      tx.record({ name: 'training.recorded', ...toldOfTraining(row.id, profile) });
      return { training: row.id, ervaringsdeskundige: profile.id };
    },
  };

/** Not in the future, and not over before it was completed. */
export function checkTraining(
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

export function toldOfTraining(
  id: string,
  { id: ervaringsdeskundigeId, regionId }: ErvaringsdeskundigeEntity,
) {
  return { ...about('Training', { id, regionId }), details: { ervaringsdeskundigeId } };
}
