import { update } from '../../../db/rows.js';
import type { Tx } from '../../../db/transaction.js';
import type { UseCase } from '../../../writes/use-case.js';
import { about } from '../../../writes/events.js';
import { Checks } from '../../../kernel/checks.js';
import { failure } from '../../../kernel/failure.js';
import { allow, isSelf, parents } from '../../access/policies.js';
import { SeatInvitationEntity } from '../advisory.entity.js';
import { perspectiveOf } from '../../people/perspectives.js';
import type { Perspective } from '../../people/person.enums.js';
import type { DeclineKindCode } from './decline-kinds.js';
import { statusOf } from './invitation-status.js';
import { lockInvitation, overAlready } from './lock-invitation.js';
import { personWhoSaidYes, type WhoSaidYes } from './who-said-yes.js';
import { logAccess } from '../access-log/log-access.js';
import type { InvitationAnswerInput } from './seat-invitation.inputs.js';

/** A parent's answer to an invitation. */
export interface Answer {
  readonly accept: boolean;
  readonly declineKind?: DeclineKindCode | null;
  readonly declineReason?: string | null;
  readonly perspective?: keyof typeof Perspective | null;
}

export const LONGEST_DECLINE_REASON = 500;

/** Only the parent accepts or declines; those who help them cannot do it for them. */
export const answerInvitation: UseCase<InvitationAnswerInput, { invitation: string }> = {
  policy: parents,
  async run(tx, input) {
    const invitation = await lockInvitation(tx, input, ({ personId }) => allow(isSelf(tx.viewer, personId)));
    await settleAnswer(tx, invitation, input, 'SIGNED_IN');
    return { invitation: invitation.id };
  },
};

/**
 * Stores the answer to a locked invitation. With an acceptance, name and contact details are disclosed to those who
 * fill the seat, and the parent can see that.
 */
export async function settleAnswer(
  tx: Tx,
  invitation: SeatInvitationEntity,
  { accept, declineKind, declineReason, perspective }: Answer,
  answeredBy: 'SIGNED_IN' | 'LINK',
): Promise<void> {
  const checks = new Checks();
  const reason = checks.optionalText(declineReason, ['input', 'declineReason'], LONGEST_DECLINE_REASON);
  if (!accept && !declineKind) checks.refuse('REQUIRED', ['input', 'declineKind']);
  checks.done();
  if (statusOf(invitation, tx) !== 'ASKED') throw overAlready(tx, invitation);

  const asWhat = accept ? await saidAsWhat(tx, invitation, perspective) : null;
  const who = accept ? await personWhoSaidYes(tx, invitation) : null;
  update(
    tx,
    SeatInvitationEntity,
    { id: invitation.id },
    {
      status: accept ? 'ACCEPTED' : 'DECLINED',
      answeredOn: tx.today,
      answeredBy,
      perspective: asWhat,
      ...(invitation.personId === null && who),
      ...(!accept && { declineKind, declineReason: reason }),
    },
  );
  tx.record({
    name: accept ? 'invitation.accepted' : 'invitation.declined',
    ...about('SeatInvitation', invitation),
    details: { by: answeredBy },
  });
  if (who) await reveal(tx, invitation, who);
}

/**
 * As what they would sit there; null where there is nothing to choose. A nominee is not asked: that would tell whoever
 * holds their link whether the service knows them.
 */
async function saidAsWhat(
  tx: Tx,
  { personId }: SeatInvitationEntity,
  given: Answer['perspective'],
): Promise<string | null> {
  if (personId === null) return null;
  const path = ['input', 'perspective'];
  const [person] = await tx.query<{ perspectives: string[] }>(
    'select perspectives from people where id = $1',
    [personId],
  );
  const { perspectives } = person!;
  if (given) return perspectiveOf({ perspectives }, given, path);
  if (perspectives.length > 1) throw failure('SAY_AS_WHAT', path);
  return null;
}

async function reveal(
  tx: Tx,
  invitation: SeatInvitationEntity,
  { personId, personRegionId }: WhoSaidYes,
): Promise<void> {
  const { id: invitationId, invitedBy: accountId, bodyId } = invitation;
  const why = 'INVITATION_ACCEPTED';
  await logAccess(tx, [{ personId, what: 'NAME_AND_CONTACT', why, accountId, bodyId, invitationId }]);
  tx.record({
    name: 'person.revealed',
    ...about('Person', { id: personId, regionId: personRegionId }),
    details: { why, accountId, bodyId, invitationId },
  });
}
