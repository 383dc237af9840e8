import { Extensions, Field, ID, InputType, Int } from 'type-graphql';
import { MutationInput, VersionedInput } from '../../writes/mutation-input.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { EndReason, TrekkerRole } from '../oudernetwerken/oudernetwerk.enums.js';
import { CandidateStage, Readiness } from './succession.enums.js';

@InputType({
  description: 'Opens a succession plan. Give one of the two ids, or both if they belong together.',
})
export class SuccessionOpenInput extends MutationInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The network, if it has no trekker today; otherwise give the trekkerschap that ends.',
  })
  oudernetwerkId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The trekkerschap that ends or has ended.' })
  trekkerschapId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day by which a successor should be in place, not in the past; defaults to the recorded or planned ' +
      'end.',
  })
  targetOn?: PlainDate | null;
}

@InputType({ description: 'Moves the target day of a succession plan.' })
export class SuccessionRetargetInput extends VersionedInput {
  @Field(() => ID, { description: 'The succession plan; it must be open.' })
  id: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The new target day, not in the past; null or omitted for no day yet. Unfinished handover items move ' +
      'along with it.',
  })
  targetOn?: PlainDate | null;
}

@InputType({ description: 'Adds a candidate to a succession plan.' })
export class CandidateAddInput extends MutationInput {
  @Field(() => ID, { description: 'The succession plan; it must be open.' })
  planId: string;

  @Field(() => ID, { description: 'The candidate; not the trekker who leaves.' })
  personId: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Rank in order of preference, 1 to 1,000; defaults to last.',
  })
  rank?: number | null;

  @Field(() => Readiness, { description: 'How soon they could lead.' })
  readiness: keyof typeof Readiness;

  @Field(() => CandidateStage, {
    defaultValue: 'IDENTIFIED',
    description: 'Stage of the conversation: `IDENTIFIED`, `APPROACHED`, `EXPLORING` or `AGREED`.',
  })
  stage: keyof typeof CandidateStage;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of the next step, not in the past; null for none.',
  })
  nextStepOn?: PlainDate | null;

  @Extensions({ multiline: true })
  @Field(() => String, {
    nullable: true,
    description: 'Why they are asked again within six months of declining, at most 500 characters.',
  })
  motivation?: string | null;
}

@InputType({ description: 'Changes to a candidate; omitted fields are kept.' })
export class CandidateMoveInput extends VersionedInput {
  @Field(() => ID, { description: 'The candidate; neither declined, withdrawn nor appointed.' })
  id: string;

  @Field(() => CandidateStage, { nullable: true, description: 'New stage of the conversation.' })
  stage?: keyof typeof CandidateStage | null;

  @Extensions({ multiline: true })
  @Field(() => String, {
    nullable: true,
    description: 'Reason for `DECLINED` and `WITHDRAWN`, 1 to 500 characters. Not stored for other stages.',
  })
  reason?: string | null;

  @Field(() => Readiness, { nullable: true, description: 'How soon they could lead.' })
  readiness?: keyof typeof Readiness | null;

  @Field(() => Int, { nullable: true, description: 'Rank in order of preference, 1 to 1,000.' })
  rank?: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of the next step, not in the past; null for none.',
  })
  nextStepOn?: PlainDate | null;
}

@InputType({ description: 'Completes a succession.' })
export class SuccessionCompleteInput extends VersionedInput {
  @Field(() => ID, { description: 'The succession plan; it must be open.' })
  id: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The candidate who takes over; defaults to the only candidate who agreed.',
  })
  candidateId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day of the old trekkerschap; defaults to today. An end that has already been recorded is kept.',
  })
  on?: PlainDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'First day of the new trekkerschap: earlier than the last day of the old one for an overlap, later ' +
      'with a caretaker in between. Defaults to the day after the old one ends, but not before today.',
  })
  from?: PlainDate | null;

  @Field(() => TrekkerRole, {
    nullable: true,
    description: 'Role of the successor; defaults to that of the predecessor.',
  })
  role?: keyof typeof TrekkerRole | null;

  @Field(() => EndReason, {
    nullable: true,
    description:
      'Why the old trekkerschap ends; defaults to the planned reason, else to `TERM_COMPLETED`. An end ' +
      'that has already been recorded keeps its reason.',
  })
  reason?: keyof typeof EndReason | null;

  @Extensions({ multiline: true })
  @Field(() => String, {
    nullable: true,
    description:
      'Why the succession can be completed although mandatory handover items are open, at most 500 ' +
      'characters.',
  })
  motivation?: string | null;
}

@InputType({ description: 'Stops a succession plan.' })
export class SuccessionStopInput extends VersionedInput {
  @Field(() => ID, { description: 'The succession plan; it must be open.' })
  id: string;

  @Extensions({ multiline: true })
  @Field({ description: 'Reason, 1 to 500 characters.' })
  reason: string;
}
