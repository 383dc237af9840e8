import { insert } from '../../../db/rows.js';
import { isSamePeriod } from '../../../kernel/period.js';
import type { UseCase } from '../../../writes/use-case.js';
import { about } from '../../../writes/events.js';
import { NothingChanged } from '../../../writes/patch.js';
import { Checks } from '../../../kernel/checks.js';
import { coordinators, repairs } from '../../access/policies.js';
import { OrganisationEntity } from '../../organisations/organisation.entity.js';
import { SupportArrangementEntity } from '../oudernetwerk.entity.js';
import { renewStandbyAnew } from '../trekkerschap/standby.js';
import { annul } from '../../undo/record-annulment.js';
import { asByItself, giveBackJoined, passJoinedOn } from './joined-roles.js';
import { firstIn, newRow, periodOf, refuseTaken } from './network-roles.js';
import type { SupportAnnulInput, SupportCorrectInput } from './undo-records.inputs.js';
import { lockUndone, patchedPeriod } from './undo-role.js';
import { patchedWho } from '../trekkerschap/patched-role.js';

/** Where it was the reason to be the standby caretaker, that is decided anew. */
export const annulSupport: UseCase<SupportAnnulInput, { oudernetwerk: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const locked = await lockUndone(tx, SupportArrangementEntity, input, repairs);
    const { row, network } = locked;
    annul(tx, SupportArrangementEntity, 'SupportArrangement', row, locked.reason);
    await giveBackJoined(tx, network, row);
    const details = whatItSaid(row);
    tx.record({ name: 'support.annulled', ...about('SupportArrangement', row), details });
    await renewStandbyAnew(tx, network, [row]);
    return { oudernetwerk: network.id };
  },
};

type Corrected = { support: string; oudernetwerk: string };

export const correctSupport: UseCase<SupportCorrectInput, Corrected> = {
  policy: coordinators,
  async run(tx, input) {
    const locked = await lockUndone(tx, SupportArrangementEntity, input, repairs);
    const { row: old, network } = locked;
    const { patch } = input;
    const checks = new Checks();
    checks.number(patch.hoursPerMonth, ['input', 'patch', 'hoursPerMonth'], 0, 744);
    checks.done();
    const organisationId = await patchedWho(
      tx,
      OrganisationEntity,
      patch.organisationId,
      old.organisationId,
      'organisationId',
    );
    // what it stands for since a merge is not somebody else's
    const own = organisationId === old.organisationId ? old : await asByItself(tx, old);
    const period = patchedPeriod(tx, { row: own, network }, patch);
    const hoursPerMonth = patch.hoursPerMonth === undefined ? own.hoursPerMonth : patch.hoursPerMonth;
    const isSame = organisationId === old.organisationId && isSamePeriod(period, old.period);
    if (isSame && hoursPerMonth === old.hoursPerMonth) {
      throw new NothingChanged({ support: old.id, oudernetwerk: network.id });
    }
    const row = { ...newRow(network, period), organisationId, hoursPerMonth };
    annul(tx, SupportArrangementEntity, 'SupportArrangement', old, locked.reason, row.id);
    const ofBoth = { oudernetwerkId: network.id, organisationId };
    refuseTaken('support', await firstIn(tx, SupportArrangementEntity, ofBoth, period), ['input', 'patch']);
    insert(tx, SupportArrangementEntity, row);
    if (organisationId === old.organisationId) await passJoinedOn(tx, old, row);
    else await giveBackJoined(tx, network, old);
    const details = { ...whatItSaid(old), replacedBy: row.id };
    tx.record({ name: 'support.corrected', ...about('SupportArrangement', old), details });
    tx.record({ name: 'support.started', ...about('SupportArrangement', row), details: periodOf(row) });
    await renewStandbyAnew(tx, network, [old, row]);
    return { support: row.id, oudernetwerk: network.id };
  },
};

function whatItSaid({ organisationId, hoursPerMonth, period }: SupportArrangementEntity) {
  return { organisationId, hoursPerMonth, ...periodOf({ period }) };
}
