import { update } from '../../../db/rows.js';
import type { UseCase } from '../../../writes/use-case.js';
import { about } from '../../../writes/events.js';
import { failure } from '../../../kernel/failure.js';
import { allow, coordinatorsSecretariesAndParents, fills, isSelf } from '../../access/policies.js';
import { SeatInvitationEntity } from '../advisory.entity.js';
import { statusOf } from './invitation-status.js';
import { lockInvitation, overAlready } from './lock-invitation.js';
import type { InvitationWithdrawInput } from './seat-invitation.inputs.js';

/** The sender withdraws the invitation, or the parent their acceptance. Either way the name is hidden again. */
export const withdrawInvitation: UseCase<InvitationWithdrawInput, { invitation: string }> = {
  policy: coordinatorsSecretariesAndParents,
  async run(tx, input) {
    const mayAsk = ({ bodyId, regionId }: SeatInvitationEntity) => fills(tx.viewer, { id: bodyId, regionId });
    const invitation = await lockInvitation(tx, input, (found) =>
      allow(isSelf(tx.viewer, found.personId) || mayAsk(found)),
    );
    const status = statusOf(invitation, tx);
    if (status !== 'ASKED' && status !== 'ACCEPTED') throw overAlready(tx, invitation);
    if (status === 'ASKED' && !mayAsk(invitation)) throw failure('NOT_ACCEPTED', ['input', 'id']);
    const takesBackYes = status === 'ACCEPTED' && isSelf(tx.viewer, invitation.personId);
    const withdrawnBecause = takesBackYes ? 'PERSON_WITHDREW' : 'BY_SECRETARY';
    update(
      tx,
      SeatInvitationEntity,
      { id: invitation.id },
      { status: 'WITHDRAWN', closedOn: tx.today, withdrawnBecause },
    );
    tx.record({
      name: 'invitation.withdrawn',
      ...about('SeatInvitation', invitation),
      details: { because: withdrawnBecause },
    });
    return { invitation: invitation.id };
  },
};
