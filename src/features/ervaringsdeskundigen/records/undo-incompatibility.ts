import { v7 as uuid } from 'uuid';
import { insert } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import type { UseCase } from '../../../writes/use-case.js';
import { isSame, NothingChanged } from '../../../writes/patch.js';
import { toDateRange } from '../../../kernel/period.js';
import { coordinatorsAndParents } from '../../access/policies.js';
import { annul, undoReason } from '../../undo/record-annulment.js';
import { IncompatibilityEntity } from '../ervaringsdeskundige.entity.js';
import { lockOfProfile } from '../lock-profile.js';
import type {
  IncompatibilityAnnulInput,
  IncompatibilityCorrectInput,
  IncompatibilityPatch,
} from './incompatibility.inputs.js';
import { boundTo, checkedPeriod, refuseTaken, toldOfBond } from './save-incompatibility.js';

/** It never existed. Of the person themselves, or a coordinator of their home region; the same goes for the following. */
export const annulIncompatibility: UseCase<IncompatibilityAnnulInput, { ervaringsdeskundige: string }> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const reason = undoReason(input);
    const { row, profile } = await lockOfProfile(tx, IncompatibilityEntity, input.id);
    annul(tx, IncompatibilityEntity, 'Incompatibility', { id: row.id, regionId: profile.regionId }, reason);
    const told = toldOfBond(row.id, profile);
    const details = { ...told.details, ...whatItSaid(row) };
    tx.record({ name: 'incompatibility.annulled', ...told, details });
    return { ervaringsdeskundige: profile.id };
  },
};

type Corrected = { incompatibility: string; ervaringsdeskundige: string };

/** It was otherwise: annulled and recorded anew. */
export const correctIncompatibility: UseCase<IncompatibilityCorrectInput, Corrected> = {
  policy: coordinatorsAndParents,
  async run(tx, input) {
    const reason = undoReason(input);
    const { row: old, profile } = await lockOfProfile(tx, IncompatibilityEntity, input.id);
    const { patch } = input;
    const to = await patchedBond(tx, old, patch);
    const days = {
      from: patch.from ?? old.period.from,
      until: patch.until === undefined ? old.period.until : patch.until,
    };
    const period = checkedPeriod(tx, days, ['input', 'patch']);
    const what = { ervaringsdeskundigeId: profile.id, kind: patch.kind ?? old.kind, ...to };
    if (isSame({ ...what, period }, { ...what, ...bondOf(old), period: old.period })) {
      throw new NothingChanged({ incompatibility: old.id, ervaringsdeskundige: profile.id });
    }
    const row = { id: uuid(), ...what, period };
    const { regionId } = profile;
    annul(tx, IncompatibilityEntity, 'Incompatibility', { id: old.id, regionId }, reason, row.id);
    await refuseTaken(tx, what, period, ['input', 'patch']);
    insert(tx, IncompatibilityEntity, row);
    const told = toldOfBond(old.id, profile);
    const details = { ...told.details, ...whatItSaid(old), replacedBy: row.id };
    tx.record({ name: 'incompatibility.corrected', ...told, details });
    tx.record({ name: 'incompatibility.recorded', ...toldOfBond(row.id, profile) });
    return { incompatibility: row.id, ervaringsdeskundige: profile.id };
  },
};

/** What they were tied to: what the patch names instead of what there was. Null for what there was leaves nothing. */
async function patchedBond(tx: Tx, old: IncompatibilityEntity, patch: IncompatibilityPatch) {
  const { organisationId, municipalityId } = old;
  const names = patch.organisationId != null || patch.municipalityId != null;
  const clears = patch[organisationId ? 'organisationId' : 'municipalityId'] === null;
  return names || clears ? boundTo(tx, patch, ['input', 'patch']) : { organisationId, municipalityId };
}

function bondOf({ kind, organisationId, municipalityId }: IncompatibilityEntity) {
  return { kind, organisationId, municipalityId };
}

function whatItSaid(row: IncompatibilityEntity) {
  return { ...bondOf(row), period: toDateRange(row.period) };
}
