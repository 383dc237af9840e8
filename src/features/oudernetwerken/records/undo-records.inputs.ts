import { Field, Float, ID, InputType } from 'type-graphql';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { Perspective } from '../../people/person.enums.js';
import { UndoReason, UndoInput } from '../../undo/undo.inputs.js';

/** The days of a role, as they really were. */
@InputType()
abstract class DaysPatch {
  @Field(() => DateScalar, { nullable: true, description: 'First day; cannot be cleared.' })
  from?: PlainDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null if it has none.' })
  until?: PlainDate | null;
}

@InputType({ description: 'Annuls a membership that never was.' })
export class MembershipAnnulInput extends UndoInput {
  @UndoReason()
  reason: string;
}

@InputType({ description: 'What a membership really was. An omitted field is kept.' })
export class MembershipPatch extends DaysPatch {
  @Field(() => ID, { nullable: true, description: 'The person who was a member; cannot be cleared.' })
  personId?: string | null;

  @Field(() => Perspective, {
    nullable: true,
    description:
      'As what they took part, one of their own perspectives; cannot be cleared. Of another person it defaults as ' +
      'for a new membership.',
  })
  perspective?: keyof typeof Perspective | null;
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
export class SupportPatch extends DaysPatch {
  @Field(() => ID, { nullable: true, description: 'The organisation that supports; cannot be cleared.' })
  organisationId?: string | null;

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
export class CaretakershipPatch extends DaysPatch {
  @Field(() => ID, { nullable: true, description: 'The caretaker; cannot be cleared.' })
  organisationId?: string | null;
}

@InputType({ description: 'Corrects a caretakership by a coordinator that was recorded incorrectly.' })
export class CaretakershipCorrectInput extends UndoInput {
  @UndoReason()
  reason: string;

  @Field(() => CaretakershipPatch, { description: 'What it really was.' })
  patch: CaretakershipPatch;
}
