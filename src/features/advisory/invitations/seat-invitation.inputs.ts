import { Extensions, Field, ID, InputType } from 'type-graphql';
import { MutationInput, VersionedInput } from '../../../writes/mutation-input.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { DeclineKind } from './seat-invitation.enums.js';

@InputType({ description: 'Invites a parent to take a seat.' })
export class InvitationCreateInput extends MutationInput {
  @Field(() => ID, { description: 'The seat; it must be vacant, become vacant soon, or have yet to open.' })
  seatId: string;

  @Field(() => ID, { description: 'The ervaringsdeskundige to invite; they must consent to be findable.' })
  ervaringsdeskundigeId: string;

  @Extensions({ multiline: true })
  @Field(() => String, {
    nullable: true,
    description: 'Your message to the parent, at most 2,000 characters. They read it before they answer.',
  })
  message?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day on which they can answer, 3 to 60 days from today; defaults to 14 days from today.',
  })
  expiresOn?: PlainDate | null;

  @Extensions({ multiline: true })
  @Field(() => String, {
    nullable: true,
    description:
      'Why you invite them although a hard requirement is not met, they declined an invitation of this ' +
      'body in the last six months, or they were invited three times in that period; at most 500 ' +
      'characters. The parent can read it.',
  })
  motivation?: string | null;
}

@InputType({ description: 'A parent’s answer to an invitation.' })
export class InvitationAnswerInput extends VersionedInput {
  @Field(() => ID, { description: 'The invitation; it must be waiting for your answer.' })
  id: string;

  @Field({
    description:
      'True: I accept, and the body’s secretary and coordinators may see my name and contact details. ' +
      'False: I decline.',
  })
  accept: boolean;

  @Field(() => DeclineKind, {
    nullable: true,
    description: 'Why you decline; required when declining, not stored when accepting.',
  })
  declineKind?: keyof typeof DeclineKind | null;

  @Extensions({ multiline: true })
  @Field(() => String, {
    nullable: true,
    description: 'Why you decline, in your own words, at most 500 characters. Not stored when accepting.',
  })
  declineReason?: string | null;
}

@InputType({ description: 'Withdraws an invitation or an acceptance.' })
export class InvitationWithdrawInput extends VersionedInput {
  @Field(() => ID, {
    description:
      'The invitation; it must be waiting for an answer or accepted. A parent can withdraw only an ' +
      'acceptance.',
  })
  id: string;
}
