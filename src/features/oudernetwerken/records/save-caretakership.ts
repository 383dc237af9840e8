import { insert } from '../../../db/rows.js';
import { together } from '../../../db/statements.js';
import type { UseCase } from '../../../writes/use-case.js';
import { find } from '../../../writes/find.js';
import { about } from '../../../writes/events.js';
import { failure } from '../../../kernel/failure.js';
import { coordinators } from '../../access/policies.js';
import { OrganisationEntity } from '../../organisations/organisation.entity.js';
import type { CaretakershipEndInput, CaretakershipStartInput } from './network-records.inputs.js';
import { checkedPeriod, endRole, firstIn, goingOn, lockRole, newRow, periodOf } from './network-roles.js';
import { CaretakershipEntity } from '../oudernetwerk.entity.js';
import { renewStandby } from '../trekkerschap/standby.js';

type Changed = { caretakership: string; oudernetwerk: string };

export const startCaretakership: UseCase<CaretakershipStartInput, Changed> = {
  policy: coordinators,
  async run(tx, input) {
    const [network, organisation] = await together(
      goingOn(tx, input.oudernetwerkId, input.period.from),
      find(tx, OrganisationEntity, input.organisationId, ['input', 'organisationId']),
    );
    const period = checkedPeriod(tx, input.period);
    const clash = await firstIn(
      tx,
      CaretakershipEntity,
      { oudernetwerkId: network.id, standby: false },
      period,
    );
    if (clash) throw failure('CARETAKER_TAKEN', ['input', 'period']);
    const row = { ...newRow(network, period), organisationId: organisation.id, standby: false };
    insert(tx, CaretakershipEntity, row);
    tx.record({ name: 'caretakership.started', ...about('Caretakership', row), details: periodOf(row) });
    await renewStandby(tx, network);
    return { caretakership: row.id, oudernetwerk: network.id };
  },
};

/** Only for an appointed caretaker; days on which nobody leads are then covered by a standby caretaker. */
export const endCaretakership: UseCase<CaretakershipEndInput, Changed> = {
  policy: coordinators,
  async run(tx, input) {
    const locked = await lockRole(tx, CaretakershipEntity, input.id);
    const { row, network } = locked;
    if (row.standby) throw failure('STANDBY', ['input', 'id']);
    const refs = { caretakership: row.id, oudernetwerk: network.id };
    endRole(tx, CaretakershipEntity, locked, input.on ?? tx.today, refs);
    tx.record({ name: 'caretakership.ended', ...about('Caretakership', row), details: periodOf(row) });
    await renewStandby(tx, network);
    return refs;
  },
};
