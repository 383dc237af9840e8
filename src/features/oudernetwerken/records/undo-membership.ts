import type { Tx } from '../../../db/transaction.js';
import { isSamePeriod } from '../../../kernel/period.js';
import type { UseCase } from '../../../writes/use-case.js';
import { about } from '../../../writes/events.js';
import { NothingChanged } from '../../../writes/patch.js';
import { coordinators, repairs } from '../../access/policies.js';
import { refuseIfDeceased } from '../../people/deceased.js';
import { PersonEntity } from '../../people/person.entity.js';
import { perspectiveOf } from '../../people/perspectives.js';
import { insertWithDepartures } from '../insert-with-departures.js';
import { MembershipEntity } from '../oudernetwerk.entity.js';
import { annul } from '../../undo/record-annulment.js';
import { asByItself, giveBackJoined, passJoinedOn } from './joined-roles.js';
import { firstIn, newRow, periodOf, refuseTaken } from './network-roles.js';
import type { MembershipAnnulInput, MembershipCorrectInput, MembershipPatch } from './undo-records.inputs.js';
import { lockUndone, patchedPeriod } from './undo-role.js';
import { patchedWho } from '../trekkerschap/patched-role.js';

export const annulMembership: UseCase<MembershipAnnulInput, { oudernetwerk: string }> = {
  policy: coordinators,
  async run(tx, input) {
    const locked = await lockUndone(tx, MembershipEntity, input, repairs);
    const { row, network } = locked;
    annul(tx, MembershipEntity, 'Membership', row, locked.reason);
    await giveBackJoined(tx, network, row);
    tx.record({ name: 'membership.annulled', ...about('Membership', row), details: whatItSaid(row) });
    return { oudernetwerk: network.id };
  },
};

type Corrected = { membership: string; oudernetwerk: string };

export const correctMembership: UseCase<MembershipCorrectInput, Corrected> = {
  policy: coordinators,
  async run(tx, input) {
    const locked = await lockUndone(tx, MembershipEntity, input, repairs);
    const { row: old, network } = locked;
    const { patch } = input;
    const personId = await patchedWho(tx, PersonEntity, patch.personId, old.personId, 'personId');
    const perspective = await patchedPerspective(tx, old, personId, patch);
    // what it stands for since a merge is not somebody else's
    const own = personId === old.personId ? old : await asByItself(tx, old);
    const period = patchedPeriod(tx, { row: own, network }, patch);
    const named = ['input', 'patch', personId === old.personId ? 'until' : 'personId'];
    await refuseIfDeceased(tx, personId, period.until, named);
    const isSame = personId === old.personId && perspective === old.perspective;
    if (isSame && isSamePeriod(period, old.period)) {
      throw new NothingChanged({ membership: old.id, oudernetwerk: network.id });
    }
    const row = { ...newRow(network, period), personId, perspective };
    annul(tx, MembershipEntity, 'Membership', old, locked.reason, row.id);
    const ofBoth = { oudernetwerkId: network.id, personId };
    const made = await insertWithDepartures(tx, 'memberships', { row, old }, async (each) =>
      refuseTaken('member', await firstIn(tx, MembershipEntity, ofBoth, each.period), ['input', 'patch']),
    );
    if (personId === old.personId) await passJoinedOn(tx, old, row);
    else await giveBackJoined(tx, network, old);
    const details = { ...whatItSaid(old), replacedBy: row.id };
    tx.record({ name: 'membership.corrected', ...about('Membership', old), details });
    tx.record({ name: 'membership.started', ...about('Membership', row), details: periodOf(made) });
    return { membership: row.id, oudernetwerk: network.id };
  },
};

/** As what they took part; of somebody else as they say, or are. */
async function patchedPerspective(
  tx: Tx,
  old: MembershipEntity,
  personId: string,
  { perspective }: MembershipPatch,
): Promise<string> {
  if (perspective == null && personId === old.personId) return old.perspective;
  const person = await tx.manager.findOneByOrFail(PersonEntity, { id: personId });
  return perspectiveOf(person, perspective, ['input', 'patch', 'perspective']);
}

function whatItSaid({ personId, perspective, period }: MembershipEntity) {
  return { personId, perspective, ...periodOf({ period }) };
}
