import { Extensions, Field, ID, InputType } from 'type-graphql';
import { describedEnum } from '../../../graphql/connections.js';
import { MutationInput, VersionedInput } from '../../../writes/mutation-input.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { Perspective } from '../../people/person.enums.js';
import { PersonNameInput } from '../../people/person.inputs.js';
import { DeclineKind } from './seat-invitation.enums.js';

const NomineeLanguage = describedEnum('NomineeLanguage', 'Language in which a nominee is written to.', {
  NL: 'Dutch.',
  EN: 'English.',
});

@InputType({
  description:
    'A parent whom their constituency nominates. Name and address are used for the invitation only, and are ' +
    'erased when it is declined or over. A code of the address is kept for half a year: who said no to this ' +
    'body, or was nominated by it or by you three times, is left in peace unless you say why; what follows a ' +
    '`+` in an address makes it no other one. At most five nominees of a seat wait for an answer at a time, and ' +
    'you can invite 20 a day. After an acceptance a person is recorded.',
})
export class SeatNomineeInput {
  @Field(() => PersonNameInput, { description: 'Name.' })
  name: PersonNameInput;

  @Extensions({ unseen: 'dropped' })
  @Field({ description: 'Email address; the invitation is sent there.' })
  email: string;

  @Field({
    description:
      'Who nominated them and how you came by the address, such as `de medezeggenschapsraad van De Kiem`, at ' +
      'most 300 characters and without a web address. They read it in the invitation.',
  })
  source: string;

  @Field(() => NomineeLanguage, { defaultValue: 'NL', description: 'Language of the invitation.' })
  language: keyof typeof NomineeLanguage;
}

@InputType({ description: 'Invites a parent to take a seat.' })
export class InvitationCreateInput extends MutationInput {
  @Field(() => ID, { description: 'The seat; it must be vacant, become vacant soon, or have yet to open.' })
  seatId: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The ervaringsdeskundige to invite under their pseudonym; they must consent to be findable. Give exactly ' +
      'one of this, `formerAppointmentId` and `nominee`.',
  })
  ervaringsdeskundigeId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'An appointment of the former member to invite; it must be of this body and be over.',
  })
  formerAppointmentId?: string | null;

  @Field(() => SeatNomineeInput, {
    nullable: true,
    description: 'Whoever was nominated by their constituency.',
  })
  nominee?: SeatNomineeInput | null;

  @Extensions({ multiline: true })
  @Field(() => String, {
    nullable: true,
    description:
      'Your message to the parent, at most 2,000 characters; to a nominee, without a web address. They read it ' +
      'before they answer.',
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
      'body or stopped with everything in the last six months, or they were invited three times in that period ' +
      '(six times is the most); at most 500 characters. The parent can read it.',
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

  @Field(() => Perspective, {
    nullable: true,
    description:
      'As what you would hold the seat, one of your own perspectives; required when accepting if you have more ' +
      'than one, not stored when declining. An appointment after it takes this unless it says otherwise.',
  })
  perspective?: keyof typeof Perspective | null;

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
