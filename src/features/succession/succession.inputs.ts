import { Field, ID, InputType, Int } from 'type-graphql';
import { MutationInput, VersionedInput } from '../../writes/mutation-input.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { EndReason, TrekkerRole } from '../oudernetwerken/oudernetwerk.enums.js';
import { CandidateStage, Readiness } from './succession.enums.js';

@InputType({
  description: 'For whom or what a successor is sought: one of the two ids, or both where they agree.',
})
export class SuccessionOpenInput extends MutationInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The network, when it has no trekker today; with a trekker, say which trekkerschap ends.',
  })
  oudernetwerkId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The trekkerschap that ends or ended.' })
  trekkerschapId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day by which a successor should be there, from today; the recorded or planned end when left out.',
  })
  targetOn?: PlainDate | null;
}

@InputType({ description: 'The day by which a successor should be there.' })
export class SuccessionRetargetInput extends VersionedInput {
  @Field(() => ID, { description: 'The plan; an open one.' })
  id: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day, from today; null or left out = no day yet. What is still to be handed over moves along.',
  })
  targetOn?: PlainDate | null;
}

@InputType({ description: 'Somebody who might take over.' })
export class CandidateAddInput extends MutationInput {
  @Field(() => ID, { description: 'The plan; an open one.' })
  planId: string;

  @Field(() => ID, { description: 'Who; not the one who leaves.' })
  personId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Place in the order of preference, 1 to 1,000; last when left out.',
  })
  rank?: number | null;

  @Field(() => Readiness, { description: 'How soon they could lead.' })
  readiness: keyof typeof Readiness;

  @Field(() => CandidateStage, {
    defaultValue: 'IDENTIFIED',
    description: 'How far the talks are: `IDENTIFIED`, `APPROACHED`, `EXPLORING` or `AGREED`.',
  })
  stage: keyof typeof CandidateStage;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the next step, from today; null = none.' })
  nextStepOn?: PlainDate | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why they are asked again within six months of saying no, at most 500 characters.',
  })
  motivation?: string | null;
}

@InputType({ description: 'What changed about a candidate; what is left out stays.' })
export class CandidateMoveInput extends VersionedInput {
  @Field(() => ID, { description: 'The candidate; one who is still in view.' })
  id: string;

  @Field(() => CandidateStage, { nullable: true, description: 'How far the talks are now.' })
  stage?: keyof typeof CandidateStage | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, for `DECLINED` and `WITHDRAWN`: 1 to 500 characters. Not kept with other stages.',
  })
  reason?: string | null;

  @Field(() => Readiness, { nullable: true, description: 'How soon they could lead.' })
  readiness?: keyof typeof Readiness | null;

  @Field(() => Int, { nullable: true, description: 'Place in the order of preference, 1 to 1,000.' })
  rank?: number | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of the next step, from today; null = none.' })
  nextStepOn?: PlainDate | null;
}

@InputType({ description: 'That the successor takes over.' })
export class SuccessionCompleteInput extends VersionedInput {
  @Field(() => ID, { description: 'The plan; an open one.' })
  id: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Who takes over; the only candidate who agreed when left out.',
  })
  candidateId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day of the old trekkerschap; today when left out. An end that is on record already stays as it is.',
  })
  on?: PlainDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'First day of the new trekkerschap: earlier than the last day of the old one to walk along, later with a ' +
      'caretaker in between. The day after the old one when left out, but not before today.',
  })
  from?: PlainDate | null;

  @Field(() => TrekkerRole, {
    nullable: true,
    description: 'How the new one leads; as the old one when left out.',
  })
  role?: keyof typeof TrekkerRole | null;

  @Field(() => EndReason, {
    nullable: true,
    description:
      'Why the old one stops; the reason they planned to stop for when left out, or `TERM_COMPLETED` where they ' +
      'planned none. An end that is on record already keeps its reason.',
  })
  reason?: keyof typeof EndReason | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is right with mandatory handover items open, at most 500 characters.',
  })
  motivation?: string | null;
}

@InputType({ description: 'That nobody is sought any more.' })
export class SuccessionStopInput extends VersionedInput {
  @Field(() => ID, { description: 'The plan; an open one.' })
  id: string;

  @Field({ description: 'Why, 1 to 500 characters.' })
  reason: string;
}
