import { Field, ID, InputType, Int } from 'type-graphql';
import { NeverCleared } from '../../../graphql/never-cleared.js';
import { MutationInput } from '../../../writes/mutation-input.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { ActivityKind } from '../oudernetwerk.enums.js';

@InputType({ description: 'Records something a network did.' })
export class ActivityRecordInput extends MutationInput {
  @Field(() => ID, { description: 'The network.' })
  oudernetwerkId: string;

  @Field(() => ActivityKind, { description: 'Kind of activity.' })
  kind: keyof typeof ActivityKind;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it took place, not in the future; defaults to today.',
  })
  on?: PlainDate | null;

  @Field({ description: 'Short title, 1 to 200 characters, without personal data.' })
  title: string;

  @Field(() => Int, { nullable: true, description: 'Number of people who attended, 0 to 10,000.' })
  attendance?: number | null;
}

@InputType({ description: 'Plans something that a network will do.' })
export class ActivityPlanInput extends MutationInput {
  @Field(() => ID, { description: 'The network; it must not have ended.' })
  oudernetwerkId: string;

  @Field(() => ActivityKind, { description: 'Kind of activity.' })
  kind: keyof typeof ActivityKind;

  @Field(() => DateScalar, { description: 'Day on which it will take place, today to two years ahead.' })
  on: PlainDate;

  @Field(() => String, { nullable: true, description: 'When it begins, local time, such as `19:30`.' })
  startTime?: string | null;

  @Field(() => String, { nullable: true, description: 'Where, at most 100 characters.' })
  place?: string | null;

  @Field({ description: 'Short title, 1 to 200 characters, without personal data.' })
  title: string;
}

@InputType({ description: 'Says that a planned activity took place.' })
export class ActivityHeldInput extends MutationInput {
  @Field(() => ID, { description: 'The activity.' })
  id: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day on which it took place, not in the future; defaults to the day for which it was planned.',
  })
  on?: PlainDate | null;

  @Field(() => Int, { nullable: true, description: 'Number of people who attended, 0 to 10,000.' })
  attendance?: number | null;
}

@InputType({ description: 'Corrections to an activity. An omitted field is kept; null clears it.' })
export class ActivityPatch {
  @NeverCleared(() => ActivityKind, 'Kind of activity')
  kind?: keyof typeof ActivityKind;

  @NeverCleared(
    () => DateScalar,
    'Day on which it took place, or for one that is still to come will take place',
  )
  on?: PlainDate;

  @NeverCleared(() => String, 'Short title')
  title?: string;

  @Field(() => String, { nullable: true, description: 'When it begins, local time, such as `19:30`.' })
  startTime?: string | null;

  @Field(() => String, { nullable: true, description: 'Where, at most 100 characters.' })
  place?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Number of people who attended; null if not counted. Only of one that was held.',
  })
  attendance?: number | null;
}

@InputType({
  description: 'Corrects an activity that was recorded incorrectly, or changes one that is still to come.',
})
export class ActivityCorrectInput extends MutationInput {
  @Field(() => ID, { description: 'The activity.' })
  id: string;

  @Field(() => ActivityPatch, { description: 'The corrections.' })
  patch: ActivityPatch;
}

@InputType({
  description: 'Removes an activity that never took place, or calls off one that is still to come.',
})
export class ActivityRemoveInput extends MutationInput {
  @Field(() => ID, { description: 'The activity.' })
  id: string;
}
