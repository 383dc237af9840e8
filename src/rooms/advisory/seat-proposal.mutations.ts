import { Arg, Mutation, Resolver } from 'type-graphql';
import { Run, Runs } from '../../graphql/mutate.js';
import { payloadType } from '../../graphql/payloads.js';
import { AdvisorySeat } from './advisory-seat.type.js';
import { answerProposal } from './answer-proposal.js';
import { createProposal } from './create-proposal.js';
import { ProposalAnswerInput, ProposalCreateInput, ProposalWithdrawInput } from './seat-proposal.inputs.js';
import { SeatProposal } from './seat-proposal.type.js';
import { withdrawProposal } from './withdraw-proposal.js';

const proposal = { proposal: { type: () => SeatProposal, description: 'The question as it is now.' } };

const CreatePayload = payloadType(
  'proposalCreate',
  { ...proposal, seat: { type: () => AdvisorySeat, description: 'The seat.' } },
  [
    'SEAT_NOT_OPEN',
    'ALREADY_ASKED',
    'SITS_ALREADY',
    'NOT_SUITABLE',
    'REQUIREMENT_MISSING',
    'IN_COOLDOWN',
    'ASKED_OFTEN',
  ],
);
const OVER = ['ALREADY_ANSWERED', 'PROPOSAL_EXPIRED', 'PROPOSAL_CLOSED', 'ALREADY_APPOINTED'] as const;
const AnswerPayload = payloadType('proposalAnswer', proposal, OVER);
const WithdrawPayload = payloadType('proposalWithdraw', proposal, [...OVER, 'NOT_ACCEPTED']);

@Resolver()
export class SeatProposalMutations {
  @Runs(createProposal)
  @Mutation(() => CreatePayload, {
    description:
      'Asks an ervaringsdeskundige whether they would take a seat; they get it by e-mail, through their network. The ' +
      'shortlist of this moment is kept. For coordinators of the region of the body, and its secretary.',
  })
  proposalCreate(@Arg('input') input: ProposalCreateInput, @Run() run: Run) {
    return run(createProposal, input);
  }

  @Runs(answerProposal)
  @Mutation(() => AnswerPayload, {
    description:
      'Answers a question. With a yes, who fills the seat sees your name and how to reach you, until it is taken ' +
      'back; you see that in `accessLog`. For the parent who was asked, and nobody else.',
  })
  proposalAnswer(@Arg('input') input: ProposalAnswerInput, @Run() run: Run) {
    return run(answerProposal, input);
  }

  @Runs(withdrawProposal)
  @Mutation(() => WithdrawPayload, {
    description:
      'Takes a question back, before the answer or after a yes when somebody else is chosen: for coordinators of the ' +
      'region of the body, and its secretary. Or a yes: for the parent who gave it. The name is hidden again.',
  })
  proposalWithdraw(@Arg('input') input: ProposalWithdrawInput, @Run() run: Run) {
    return run(withdrawProposal, input);
  }
}
