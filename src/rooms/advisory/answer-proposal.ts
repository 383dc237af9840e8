import type { Tx } from '../../db/transaction.js';
import type { UseCase } from '../../graphql/context.js';
import { Checks } from '../../kernel/checks.js';
import { allow, isSelf, parents } from '../access/policies.js';
import { SeatProposalEntity } from './advisory.entity.js';
import type { DeclineKindCode } from './decline-kinds.js';
import { lockProposal, overAlready, statusOn, tellProposal } from './lock-proposal.js';
import { logAccess } from './log-access.js';
import type { ProposalAnswerInput } from './seat-proposal.inputs.js';

/** What a parent says to a question. */
export interface Answer {
  readonly accept: boolean;
  readonly declineKind?: DeclineKindCode | null;
  readonly declineReason?: string | null;
}

export const LONGEST_DECLINE_REASON = 500;

/** Only the parent says yes or no; whoever helps them does not do it for them. */
export const answerProposal: UseCase<ProposalAnswerInput, { proposal: string }> = {
  policy: parents,
  async run(tx, input) {
    const proposal = await lockProposal(tx, input, ({ personId }) => allow(isSelf(tx.viewer, personId)));
    await settleAnswer(tx, proposal, input, 'SIGNED_IN');
    return { proposal: proposal.id };
  },
};

/**
 * Writes down the answer to a question that is locked. With a yes the name and contact details are known to whoever
 * fills the seat, and the parent can see that they are.
 */
export async function settleAnswer(
  tx: Tx,
  proposal: SeatProposalEntity,
  { accept, declineKind, declineReason }: Answer,
  answeredBy: 'SIGNED_IN' | 'LINK',
): Promise<void> {
  const checks = new Checks();
  const reason = checks.optionalText(declineReason, ['input', 'declineReason'], LONGEST_DECLINE_REASON);
  if (!accept && !declineKind) checks.refuse('REQUIRED', ['input', 'declineKind']);
  checks.done();
  if (statusOn(tx, proposal) !== 'ASKED') throw overAlready(tx, proposal);

  await tx.manager.update(
    SeatProposalEntity,
    { id: proposal.id },
    {
      status: accept ? 'ACCEPTED' : 'DECLINED',
      answeredOn: tx.today,
      answeredBy,
      ...(!accept && { declineKind, declineReason: reason }),
    },
  );
  tellProposal(tx, accept ? 'proposal.accepted' : 'proposal.declined', proposal, { by: answeredBy });
  if (accept) await reveal(tx, proposal);
}

async function reveal(tx: Tx, proposal: SeatProposalEntity): Promise<void> {
  const { id: proposalId, personId, personRegionId, proposedBy: accountId, bodyId } = proposal;
  const why = 'PROPOSAL_ACCEPTED';
  await logAccess(tx, [{ personId, what: 'NAME_AND_CONTACT', why, accountId, bodyId, proposalId }]);
  tx.record({
    action: 'person.revealed',
    subjectType: 'Person',
    subjectId: personId,
    regionId: personRegionId,
    details: { why, accountId, bodyId, proposalId },
  });
}
