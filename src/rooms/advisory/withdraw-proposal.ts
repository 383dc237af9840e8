import type { UseCase } from '../../graphql/context.js';
import { failure } from '../../kernel/failure.js';
import { allow, coordinatorsSecretariesAndParents, fills, isSelf } from '../access/policies.js';
import { SeatProposalEntity } from './advisory.entity.js';
import { lockProposal, overAlready, statusOn, tellProposal } from './lock-proposal.js';
import type { ProposalWithdrawInput } from './seat-proposal.inputs.js';

/** Who asked takes the question back, or the parent their yes. Either way the name is hidden again. */
export const withdrawProposal: UseCase<ProposalWithdrawInput, { proposal: string }> = {
  policy: coordinatorsSecretariesAndParents,
  async run(tx, input) {
    const mayAsk = ({ bodyId, regionId }: SeatProposalEntity) => fills(tx.viewer, { id: bodyId, regionId });
    const proposal = await lockProposal(tx, input, (found) =>
      allow(isSelf(tx.viewer, found.personId) || mayAsk(found)),
    );
    const status = statusOn(tx, proposal);
    if (status !== 'ASKED' && status !== 'ACCEPTED') throw overAlready(tx, proposal);
    if (status === 'ASKED' && !mayAsk(proposal)) throw failure('NOT_ACCEPTED', ['input', 'id']);
    const takesBackYes = status === 'ACCEPTED' && isSelf(tx.viewer, proposal.personId);
    const withdrawnBecause = takesBackYes ? 'PERSON_WITHDREW' : 'BY_SECRETARY';
    await tx.manager.update(
      SeatProposalEntity,
      { id: proposal.id },
      { status: 'WITHDRAWN', closedOn: tx.today, withdrawnBecause },
    );
    tellProposal(tx, 'proposal.withdrawn', proposal, { because: withdrawnBecause });
    return { proposal: proposal.id };
  },
};
