import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { MATCHING_COST } from '../matching/match.queries.js';
import { AdvisorySeat } from '../seats/advisory-seat.type.js';
import { answerInvitation } from './answer-invitation.js';
import { createInvitation } from './asking/create-invitation.js';
import {
  InvitationAnswerInput,
  InvitationCreateInput,
  InvitationWithdrawInput,
} from './seat-invitation.inputs.js';
import { SeatInvitation } from './seat-invitation.type.js';
import { withdrawInvitation } from './withdraw-invitation.js';

const invitation = {
  invitation: { type: () => SeatInvitation, description: 'The invitation after the change.' },
};
const OVER = ['ALREADY_ANSWERED', 'INVITATION_EXPIRED', 'INVITATION_CLOSED', 'ALREADY_APPOINTED'] as const;

@Resolver()
export class SeatInvitationMutations {
  @Mutates(createInvitation, {
    description:
      'Invites a parent to take a seat, by email: an ervaringsdeskundige under their pseudonym, through their ' +
      'network, with the shortlist at that moment; a former member; or a nominee of their constituency, ' +
      'whether or not the service knows them. Allowed for the body’s secretary and coordinators of its ' +
      'region.',
    answers: { ...invitation, seat: { type: () => AdvisorySeat, description: 'The seat.' } },
    refusals: [
      'PERSON_DECEASED',
      'ONE_WAY_TO_INVITE',
      'SEAT_NOT_OPEN',
      'ALREADY_ASKED',
      'SITS_ALREADY',
      'LEFT_FOR_GOOD',
      'NOT_SUITABLE',
      'REQUIREMENT_MISSING',
      'IN_COOLDOWN',
      'ASKED_OFTEN',
      'ASKED_TOO_OFTEN',
      'MANY_NOMINATED',
      'MANY_NOMINATED_TODAY',
      'WEB_ADDRESS',
      'BAD_EMAIL',
    ],
    cost: MATCHING_COST,
  })
  invitationCreate(_input: InvitationCreateInput): void {}

  @Mutates(answerInvitation, {
    description:
      'Answers an invitation. After an acceptance, the body’s secretary and coordinators see your name and ' +
      'contact details until it is withdrawn; this is listed in `accessLog`. Allowed only for the parent ' +
      'who was invited.',
    answers: invitation,
    refusals: [...OVER, 'SAY_AS_WHAT', 'NOT_THEIR_PERSPECTIVE'],
  })
  invitationAnswer(_input: InvitationAnswerInput): void {}

  @Mutates(withdrawInvitation, {
    description:
      'Withdraws an invitation, before the answer or, if someone else is chosen, after an acceptance; ' +
      'allowed for the body’s secretary and coordinators of its region. Or withdraws an acceptance; ' +
      'allowed for the parent who gave it. The name is hidden again.',
    answers: invitation,
    refusals: [...OVER, 'NOT_ACCEPTED'],
  })
  invitationWithdraw(_input: InvitationWithdrawInput): void {}
}
