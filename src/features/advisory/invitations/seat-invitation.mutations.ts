import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { AdvisorySeat } from '../seats/advisory-seat.type.js';
import { answerInvitation } from './answer-invitation.js';
import { createInvitation } from './create-invitation.js';
import {
  InvitationAnswerInput,
  InvitationCreateInput,
  InvitationWithdrawInput,
} from './seat-invitation.inputs.js';
import { SeatInvitation } from './seat-invitation.type.js';
import { withdrawInvitation } from './withdraw-invitation.js';

const invitation = { invitation: { type: () => SeatInvitation, description: 'The question as it is now.' } };
const OVER = ['ALREADY_ANSWERED', 'INVITATION_EXPIRED', 'INVITATION_CLOSED', 'ALREADY_APPOINTED'] as const;

@Resolver()
export class SeatInvitationMutations {
  @Mutates(createInvitation, {
    description:
      'Asks an ervaringsdeskundige whether they would take a seat; they get it by e-mail, through their network. The ' +
      'shortlist of this moment is kept. For coordinators of the region of the body, and its secretary.',
    answers: { ...invitation, seat: { type: () => AdvisorySeat, description: 'The seat.' } },
    refusals: [
      'SEAT_NOT_OPEN',
      'ALREADY_ASKED',
      'SITS_ALREADY',
      'NOT_SUITABLE',
      'REQUIREMENT_MISSING',
      'IN_COOLDOWN',
      'ASKED_OFTEN',
    ],
  })
  invitationCreate(_input: InvitationCreateInput): void {}

  @Mutates(answerInvitation, {
    description:
      'Answers a question. With a yes, who fills the seat sees your name and how to reach you, until it is taken ' +
      'back; you see that in `accessLog`. For the parent who was asked, and nobody else.',
    answers: invitation,
    refusals: OVER,
  })
  invitationAnswer(_input: InvitationAnswerInput): void {}

  @Mutates(withdrawInvitation, {
    description:
      'Takes a question back, before the answer or after a yes when somebody else is chosen: for coordinators of the ' +
      'region of the body, and its secretary. Or a yes: for the parent who gave it. The name is hidden again.',
    answers: invitation,
    refusals: [...OVER, 'NOT_ACCEPTED'],
  })
  invitationWithdraw(_input: InvitationWithdrawInput): void {}
}
