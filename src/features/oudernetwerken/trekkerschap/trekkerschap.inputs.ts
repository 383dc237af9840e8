import { Field, ID, InputType } from 'type-graphql';
import { MutationInput, VersionedInput } from '../../../writes/mutation-input.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { EndReason, TrekkerRole } from '../oudernetwerk.enums.js';

type Reason = keyof typeof EndReason;

@InputType({ description: 'When and why a trekker plans to stop.' })
export class PlannedEndInput {
  @Field(() => DateScalar, {
    description: 'Planned last day; not before the trekkerschap starts. A new one is not in the past.',
  })
  on: PlainDate;

  @Field(() => EndReason, { description: 'Reason.' })
  reason: Reason;
}

@InputType({ description: 'Starts a trekkerschap.' })
export class TrekkerschapStartInput extends MutationInput {
  @Field(() => ID, { description: 'The network; it must not have ended.' })
  oudernetwerkId: string;

  @Field(() => ID, { description: 'The person who will lead.' })
  personId: string;

  @Field(() => TrekkerRole, { defaultValue: 'TREKKER', description: 'Role in which they lead.' })
  role: keyof typeof TrekkerRole;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day, which may be in the past or the future; defaults to today.',
  })
  from?: PlainDate | null;

  @Field(() => PlannedEndInput, { nullable: true, description: 'When they plan to stop, if stated.' })
  plannedEnd?: PlannedEndInput | null;
}

@InputType({ description: 'Sets or removes the planned end of a trekkerschap.' })
export class TrekkerschapPlanEndInput extends VersionedInput {
  @Field(() => ID, { description: 'The trekkerschap.' })
  id: string;

  @Field(() => PlannedEndInput, {
    nullable: true,
    description: 'The planned end; null or omitted removes it.',
  })
  plannedEnd?: PlannedEndInput | null;
}

@InputType({ description: 'Ends a trekkerschap.' })
export class TrekkerschapEndInput extends VersionedInput {
  @Field(() => ID, { description: 'The trekkerschap.' })
  id: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day, which may be in the past or the future; defaults to today.',
  })
  on?: PlainDate | null;

  @Field(() => EndReason, { description: 'Reason.' })
  reason: Reason;
}

@InputType({
  description: 'Hands a trekkerschap over: one trekker stops and another starts on the next day.',
})
export class TrekkerschapHandOverInput extends VersionedInput {
  @Field(() => ID, { description: 'The trekkerschap that ends.' })
  id: string;

  @Field(() => ID, { description: 'The person who takes over; not the current trekker.' })
  toPersonId: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Last day of the old trekkerschap; defaults to today.',
  })
  on?: PlainDate | null;

  @Field(() => EndReason, {
    nullable: true,
    description: 'Why the old trekkerschap ends; defaults to the planned reason, else to `TERM_COMPLETED`.',
  })
  reason?: Reason | null;

  @Field(() => TrekkerRole, {
    nullable: true,
    description: 'Role of the successor; defaults to that of the predecessor.',
  })
  role?: keyof typeof TrekkerRole | null;
}

@InputType({ description: 'Lets a trekker go on in another role.' })
export class TrekkerschapChangeRoleInput extends VersionedInput {
  @Field(() => ID, {
    description: 'The trekkerschap in the old role; its recorded end must not be in the past.',
  })
  id: string;

  @Field(() => TrekkerRole, { description: 'The new role.' })
  role: keyof typeof TrekkerRole;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day in the new role, after the first day of the old one; defaults to today.',
  })
  on?: PlainDate | null;
}

@InputType({ description: 'Withdraws a recorded end of a trekkerschap.' })
export class TrekkerschapContinueInput extends VersionedInput {
  @Field(() => ID, { description: 'The trekkerschap; its recorded end must not be in the past.' })
  id: string;
}
