import { Field, ID, InputType, Int } from 'type-graphql';
import { MutationInput, VersionedInput } from '../../../writes/mutation-input.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';

@InputType({ description: 'What changed about an item of a handover; what is left out stays.' })
export class HandoverItemSetInput extends VersionedInput {
  @Field(() => ID, { description: 'The item, of an open plan.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'Who sees to it; null = nobody yet.' })
  ownerId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day by which it should be done; from then on it does not move with the plan. Null = no day.',
  })
  dueOn?: PlainDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was done, not in the future; null = not done.',
  })
  doneOn?: PlainDate | null;
}

@InputType({ description: 'Something more to hand over.' })
export class HandoverItemAddInput extends MutationInput {
  @Field(() => ID, { description: 'The plan; an open one.' })
  planId: string;

  @Field({ description: 'Name for programs, such as `KEYS_OF_THE_ROOM`: capitals, digits and `_`, 1 to 40.' })
  key: string;

  @Field({ description: 'What it is, in Dutch; 1 to 200 characters.' })
  labelNl: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it is, in English; at most 200 characters. As in Dutch when left out.',
  })
  labelEn?: string | null;

  @Field({ defaultValue: false, description: 'Whether completing without it needs a motivation.' })
  mandatory: boolean;

  @Field(() => ID, { nullable: true, description: 'Who sees to it; null = nobody yet.' })
  ownerId?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day by which it should be done; null = no day.' })
  dueOn?: PlainDate | null;
}

@InputType({ description: 'One item of the checklist that a handover starts with.' })
export class HandoverTemplateItemInput {
  @Field({ description: 'Name for programs, such as `CONTACTS`: capitals, digits and `_`, 1 to 40.' })
  key: string;

  @Field({ description: 'What it is, in Dutch; 1 to 200 characters.' })
  labelNl: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it is, in English; at most 200 characters. As in Dutch when left out.',
  })
  labelEn?: string | null;

  @Field({ description: 'Whether completing without it needs a motivation.' })
  mandatory: boolean;

  @Field(() => Int, { description: 'Due this many days before the day that a plan aims at, 0 to 730.' })
  daysBefore: number;
}

@InputType({ description: 'The checklist that handovers in a region start with.' })
export class HandoverTemplateSetInput extends MutationInput {
  @Field(() => ID, { description: 'The region; it holds for regions below without one of their own too.' })
  regionId: string;

  @Field(() => [HandoverTemplateItemInput], {
    description:
      'All items in their order, at most 50; empty = what holds above the region holds for it again.',
  })
  items: HandoverTemplateItemInput[];
}
