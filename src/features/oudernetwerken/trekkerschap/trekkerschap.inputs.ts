import { Field, ID, InputType } from 'type-graphql';
import { MutationInput, VersionedInput } from '../../../writes/mutation-input.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { EndReason, TrekkerRole } from '../oudernetwerk.enums.js';

type Reason = keyof typeof EndReason;

@InputType({ description: 'When and why a trekker means to stop.' })
export class PlannedEndInput {
  @Field(() => DateScalar, { description: 'Last day as planned; not before the trekkerschap starts.' })
  on: PlainDate;

  @Field(() => EndReason, { description: 'Why.' })
  reason: Reason;
}

@InputType({ description: 'Who starts to lead which network, and when.' })
export class TrekkerschapStartInput extends MutationInput {
  @Field(() => ID, { description: 'The network; not an ended one.' })
  oudernetwerkId: string;

  @Field(() => ID, { description: 'Who is going to lead.' })
  personId: string;

  @Field(() => TrekkerRole, { defaultValue: 'TREKKER', description: 'How they lead.' })
  role: keyof typeof TrekkerRole;

  @Field(() => DateScalar, { nullable: true, description: 'First day, past or future; today when left out.' })
  from?: PlainDate | null;

  @Field(() => PlannedEndInput, { nullable: true, description: 'When they mean to stop, if they said so.' })
  plannedEnd?: PlannedEndInput | null;
}

@InputType({ description: 'When a trekker means to stop.' })
export class TrekkerschapPlanEndInput extends VersionedInput {
  @Field(() => ID, { description: 'The trekkerschap.' })
  id: string;

  @Field(() => PlannedEndInput, { nullable: true, description: 'The plan; null or left out takes it away.' })
  plannedEnd?: PlannedEndInput | null;
}

@InputType({ description: 'That a trekker stops or stopped.' })
export class TrekkerschapEndInput extends VersionedInput {
  @Field(() => ID, { description: 'The trekkerschap.' })
  id: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day: past, today or future; today when left out.',
  })
  on?: PlainDate | null;

  @Field(() => EndReason, { description: 'Why.' })
  reason: Reason;
}

@InputType({ description: 'One trekker stops and another takes over on the next day.' })
export class TrekkerschapHandOverInput extends VersionedInput {
  @Field(() => ID, { description: 'The trekkerschap that ends.' })
  id: string;

  @Field(() => ID, { description: 'Who takes over; somebody else.' })
  toPersonId: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of the old one; today when left out.' })
  on?: PlainDate | null;

  @Field(() => EndReason, {
    nullable: true,
    description:
      'Why the old one stops; the reason they planned to stop for when left out, or `TERM_COMPLETED` where they ' +
      'planned none.',
  })
  reason?: Reason | null;

  @Field(() => TrekkerRole, {
    nullable: true,
    description: 'How the new one leads; as the old one when left out.',
  })
  role?: keyof typeof TrekkerRole | null;
}

@InputType({ description: 'That somebody who was to lead never will.' })
export class TrekkerschapCancelInput extends VersionedInput {
  @Field(() => ID, { description: 'The trekkerschap; one that has not started.' })
  id: string;
}

@InputType({ description: 'That somebody who was to stop goes on.' })
export class TrekkerschapContinueInput extends VersionedInput {
  @Field(() => ID, { description: 'The trekkerschap; its recorded end has not passed.' })
  id: string;
}
