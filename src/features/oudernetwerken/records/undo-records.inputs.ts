import { Field, Float, ID, InputType } from 'type-graphql';
import { NeverCleared } from '../../../graphql/never-cleared.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { Perspective } from '../../people/person.enums.js';
import { UndoReason, UndoInput } from '../../undo/undo.inputs.js';

/** The last day of a role, as it really was. */
@InputType()
abstract class LastDayPatch {
  @Field(() => DateScalar, { nullable: true, description: 'Last day; null if it has none.' })
  until?: PlainDate | null;
}

@InputType({ description: 'Annuls a membership that never was.' })
export class MembershipAnnulInput extends UndoInput {
  @UndoReason()
  reason: string;
}

@InputType({ description: 'What a membership really was. An omitted field is kept.' })
export class MembershipPatch extends LastDayPatch {
  @NeverCleared(() => DateScalar, 'First day')
  from?: PlainDate;

  @NeverCleared(() => ID, 'The person who was a member')
  personId?: string;

  @NeverCleared(
    () => Perspective,
    'As what they took part, one of their own perspectives',
    'Of another person it defaults as for a new membership.',
  )
  perspective?: keyof typeof Perspective;
}

@InputType({ description: 'Corrects a membership that was recorded incorrectly.' })
export class MembershipCorrectInput extends UndoInput {
  @UndoReason()
  reason: string;

  @Field(() => MembershipPatch, { description: 'What it really was.' })
  patch: MembershipPatch;
}

@InputType({ description: 'Annuls a support arrangement that never was.' })
export class SupportAnnulInput extends UndoInput {
  @UndoReason()
  reason: string;
}

@InputType({ description: 'What a support arrangement really was. An omitted field is kept.' })
export class SupportPatch extends LastDayPatch {
  @NeverCleared(() => DateScalar, 'First day')
  from?: PlainDate;

  @NeverCleared(() => ID, 'The organisation that supports')
  organisationId?: string;

  @Field(() => Float, { nullable: true, description: 'Hours per month, 0 to 744; null if not agreed.' })
  hoursPerMonth?: number | null;
}

@InputType({ description: 'Corrects a support arrangement that was recorded incorrectly.' })
export class SupportCorrectInput extends UndoInput {
  @UndoReason()
  reason: string;

  @Field(() => SupportPatch, { description: 'What it really was.' })
  patch: SupportPatch;
}

@InputType({ description: 'Annuls a caretakership by a coordinator that never was.' })
export class CaretakershipAnnulInput extends UndoInput {
  @UndoReason()
  reason: string;
}

@InputType({ description: 'What a caretakership really was. An omitted field is kept.' })
export class CaretakershipPatch extends LastDayPatch {
  @NeverCleared(() => DateScalar, 'First day')
  from?: PlainDate;

  @NeverCleared(() => ID, 'The caretaker')
  organisationId?: string;
}

@InputType({ description: 'Corrects a caretakership by a coordinator that was recorded incorrectly.' })
export class CaretakershipCorrectInput extends UndoInput {
  @UndoReason()
  reason: string;

  @Field(() => CaretakershipPatch, { description: 'What it really was.' })
  patch: CaretakershipPatch;
}
