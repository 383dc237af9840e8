import { Field, ID, InputType } from 'type-graphql';
import { MutationInput, VersionedInput } from '../../../writes/mutation-input.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { DeclineKind } from './seat-invitation.enums.js';

@InputType({ description: 'A question to a parent: would they take a seat?' })
export class InvitationCreateInput extends MutationInput {
  @Field(() => ID, { description: 'The seat; one that is vacant, will be soon, or is still to open.' })
  seatId: string;

  @Field(() => ID, { description: 'Who is asked; somebody who consents to be found.' })
  ervaringsdeskundigeId: string;

  @Field(() => String, {
    nullable: true,
    description: 'What you write to them, at most 2,000 characters. They read it before they answer.',
  })
  message?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day to answer, 3 to 60 days from today; 14 days from today when left out.',
  })
  expiresOn?: PlainDate | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why you ask them though a hard requirement is missing, they said no to this body in the last six months, or ' +
      'were asked three times in that time; at most 500 characters. The parent can read it.',
  })
  motivation?: string | null;
}

@InputType({ description: 'What a parent answers.' })
export class InvitationAnswerInput extends VersionedInput {
  @Field(() => ID, { description: 'The question; one that waits for your answer.' })
  id: string;

  @Field({
    description: 'True: yes, and who fills the seat may know my name and how to reach me. False: no.',
  })
  accept: boolean;

  @Field(() => DeclineKind, {
    nullable: true,
    description: 'Why not; needed with a no, not kept with a yes.',
  })
  declineKind?: keyof typeof DeclineKind | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why not, in your own words, at most 500 characters. Not kept with a yes.',
  })
  declineReason?: string | null;
}

@InputType({ description: 'That a question, or a yes, is taken back.' })
export class InvitationWithdrawInput extends VersionedInput {
  @Field(() => ID, {
    description:
      'The question; one that waits for an answer or was accepted. A parent takes back only a yes.',
  })
  id: string;
}
