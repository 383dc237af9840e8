import { insert } from '../../../db/rows.js';
import { isSamePeriod } from '../../../kernel/period.js';
import type { UseCase } from '../../../writes/use-case.js';
import { about } from '../../../writes/events.js';
import { NothingChanged } from '../../../writes/patch.js';
import { failure } from '../../../kernel/failure.js';
import { coordinators } from '../../access/policies.js';
import { OrganisationEntity } from '../../organisations/organisation.entity.js';
import { CaretakershipEntity } from '../oudernetwerk.entity.js';
import { renewStandby } from '../trekkerschap/standby.js';
import { annul } from '../../undo/record-annulment.js';
import { firstIn, newRow, periodOf } from './network-roles.js';
import type { CaretakershipAnnulInput, CaretakershipCorrectInput } from './undo-records.inputs.js';
import { lockUndone, patchedPeriod } from './undo-role.js';
import { patchedWho } from '../trekkerschap/patched-role.js';

/** Only of one that a coordinator arranged; days on which nobody leads then have a standby caretaker. */
export const annulCaretakership: UseCase<CaretakershipAnnulInput, { oudernetwerk: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const locked = await lockUndone(tx, CaretakershipEntity, input);
    const { row, network } = locked;
    refuseStandby(row);
    annul(tx, CaretakershipEntity, 'Caretakership', row, locked.reason);
    tx.record({
      name: 'caretakership.annulled',
      ...about('Caretakership', row),
      details: whatItSaid(row),
    });
    await renewStandby(tx, network);
    return { oudernetwerk: network.id };
  },
};

type Corrected = { caretakership: string; oudernetwerk: string };

export const correctCaretakership: UseCase<CaretakershipCorrectInput, Corrected> = {
  policy: coordinators,
  async run(tx, input) {
    const locked = await lockUndone(tx, CaretakershipEntity, input);
    const { row: old, network } = locked;
    refuseStandby(old);
    const { patch } = input;
    const organisationId = await patchedWho(
      tx,
      OrganisationEntity,
      patch.organisationId,
      old.organisationId,
      'organisationId',
    );
    const period = patchedPeriod(tx, locked, patch);
    if (organisationId === old.organisationId && isSamePeriod(period, old.period)) {
      throw new NothingChanged({ caretakership: old.id, oudernetwerk: network.id });
    }
    const row = { ...newRow(network, period), organisationId, standby: false };
    annul(tx, CaretakershipEntity, 'Caretakership', old, locked.reason, row.id);
    const appointed = { oudernetwerkId: network.id, standby: false };
    if (await firstIn(tx, CaretakershipEntity, appointed, period)) {
      throw failure('CARETAKER_TAKEN', ['input', 'patch']);
    }
    insert(tx, CaretakershipEntity, row);
    const details = { ...whatItSaid(old), replacedBy: row.id };
    tx.record({ name: 'caretakership.corrected', ...about('Caretakership', old), details });
    tx.record({ name: 'caretakership.started', ...about('Caretakership', row), details: periodOf(row) });
    await renewStandby(tx, network);
    return { caretakership: row.id, oudernetwerk: network.id };
  },
};

function refuseStandby({ standby }: CaretakershipEntity): void {
  if (standby) throw failure('STANDBY', ['input', 'id']);
}

function whatItSaid({ organisationId, period }: CaretakershipEntity) {
  return { organisationId, ...periodOf({ period }) };
}
