import { Field, Float, ID, InputType } from 'type-graphql';
import { MutationInput } from '../../../writes/mutation-input.js';
import { PeriodInput } from '../../../graphql/period.type.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { Perspective } from '../../people/person.enums.js';
import { NewcomerInput } from '../../people/person.inputs.js';

@InputType({ description: 'Appoints an organisation as caretaker of a network.' })
export class CaretakershipStartInput extends MutationInput {
  @Field(() => ID, { description: 'The network; it must not have ended.' })
  oudernetwerkId: string;

  @Field(() => ID, { description: 'The caretaker.' })
  organisationId: string;

  @Field(() => PeriodInput, {
    description: 'First and last day; omit the last day for an open-ended period.',
  })
  period: PeriodInput;
}

@InputType({ description: 'Ends a caretakership that was arranged by a coordinator.' })
export class CaretakershipEndInput extends MutationInput {
  @Field(() => ID, { description: 'The caretakership; not a standby caretakership.' })
  id: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; defaults to today.' })
  on?: PlainDate | null;
}

@InputType({ description: 'Starts support of a network by an organisation.' })
export class SupportStartInput extends MutationInput {
  @Field(() => ID, { description: 'The network; it must not have ended.' })
  oudernetwerkId: string;

  @Field(() => ID, { description: 'The supporting organisation.' })
  organisationId: string;

  @Field(() => Float, { nullable: true, description: 'Hours per month, 0 to 744; omit it if not agreed.' })
  hoursPerMonth?: number | null;

  @Field(() => PeriodInput, {
    description: 'First and last day; omit the last day for an open-ended period.',
  })
  period: PeriodInput;
}

@InputType({ description: 'Ends a support arrangement.' })
export class SupportEndInput extends MutationInput {
  @Field(() => ID, { description: 'The support arrangement.' })
  id: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; defaults to today.' })
  on?: PlainDate | null;
}

@InputType({ description: 'Makes a person a member of a network.' })
export class MembershipStartInput extends MutationInput {
  @Field(() => ID, { description: 'The network; it must not have ended.' })
  oudernetwerkId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The person who joins; give either this or a newcomer.',
  })
  personId?: string | null;

  @Field(() => NewcomerInput, {
    nullable: true,
    description:
      'Somebody who is not recorded yet, to be recorded in the region of the network; give either this or a person.',
  })
  newcomer?: NewcomerInput | null;

  @Field(() => Perspective, {
    nullable: true,
    description:
      'As what they take part, one of their own perspectives; defaults to `OUDER` where they are a parent, else ' +
      'to what they are first.',
  })
  perspective?: keyof typeof Perspective | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day; defaults to today.' })
  from?: PlainDate | null;
}

@InputType({ description: 'Ends a person’s membership of a network.' })
export class MembershipEndInput extends MutationInput {
  @Field(() => ID, { description: 'The membership.' })
  id: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; defaults to today.' })
  on?: PlainDate | null;
}
