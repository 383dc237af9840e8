import { Field, ID, InputType, Int } from 'type-graphql';
import { MutationInput, VersionedInput } from '../../../writes/mutation-input.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';

@InputType({ description: 'Changes to an item of a handover; omitted fields are kept.' })
export class HandoverItemSetInput extends VersionedInput {
  @Field(() => ID, { description: 'The item; its plan must be open.' })
  id: string;

  @Field(() => ID, { nullable: true, description: 'The person responsible for it; null for nobody yet.' })
  ownerId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day by which it should be done; once set, it no longer moves with the plan. Null for no such day.',
  })
  dueOn?: PlainDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was done, not in the future; null if not done.',
  })
  doneOn?: PlainDate | null;
}

@InputType({ description: 'Adds an item to a handover.' })
export class HandoverItemAddInput extends MutationInput {
  @Field(() => ID, { description: 'The succession plan; it must be open.' })
  planId: string;

  @Field({
    description:
      'Name for use in programs, such as `KEYS_OF_THE_ROOM`: 1 to 40 capitals, digits and underscores.',
  })
  key: string;

  @Field({ description: 'Label in Dutch, 1 to 200 characters.' })
  labelNl: string;

  @Field(() => String, {
    nullable: true,
    description: 'Label in English, at most 200 characters; defaults to the Dutch label.',
  })
  labelEn?: string | null;

  @Field({
    defaultValue: false,
    description: 'Whether completing the succession without it requires a motivation.',
  })
  mandatory: boolean;

  @Field(() => ID, { nullable: true, description: 'The person responsible for it; null for nobody yet.' })
  ownerId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day by which it should be done; null if there is no such day.',
  })
  dueOn?: PlainDate | null;
}

@InputType({ description: 'One item of the initial checklist for handovers.' })
export class HandoverTemplateItemInput {
  @Field({
    description: 'Name for use in programs, such as `CONTACTS`: 1 to 40 capitals, digits and underscores.',
  })
  key: string;

  @Field({ description: 'Label in Dutch, 1 to 200 characters.' })
  labelNl: string;

  @Field(() => String, {
    nullable: true,
    description: 'Label in English, at most 200 characters; defaults to the Dutch label.',
  })
  labelEn?: string | null;

  @Field({ description: 'Whether completing the succession without it requires a motivation.' })
  mandatory: boolean;

  @Field(() => Int, {
    description: 'Number of days before the plan’s target day on which it is due, 0 to 730.',
  })
  daysBefore: number;
}

@InputType({ description: 'Sets the initial checklist for handovers in a region.' })
export class HandoverTemplateSetInput extends MutationInput {
  @Field(() => ID, {
    description: 'The region; the checklist also applies to regions below it that have none of their own.',
  })
  regionId: string;

  @Field(() => [HandoverTemplateItemInput], {
    description: 'All items in order, at most 50; empty restores the checklist of the region above.',
  })
  items: HandoverTemplateItemInput[];
}
