import { Extensions, Field, ID, InputType } from 'type-graphql';
import { NeverCleared } from '../../../graphql/never-cleared.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { VersionedInput } from '../../../writes/mutation-input.js';
import { UndoReason, VersionedUndoInput } from '../../undo/undo.inputs.js';
import { NetworkEndTaskKind } from '../oudernetwerk.enums.js';

@InputType({ description: 'Ends a network, or plans its end. A planned end that is recorded again moves.' })
export class OudernetwerkEndInput extends VersionedInput {
  @Field(() => ID, { description: 'The network; it must not have ended.' })
  id: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day: at most ten years ahead, and not before the first day of any role in it that has begun; defaults to ' +
      'today.',
  })
  on?: PlainDate | null;

  @Extensions({ multiline: true })
  @Field({ description: 'Reason, 1 to 500 characters.' })
  reason: string;
}

@InputType({ description: 'Takes back an end that was planned.' })
export class OudernetwerkContinueInput extends VersionedInput {
  @Field(() => ID, { description: 'The network; its end must be planned for a later day.' })
  id: string;
}

@InputType({ description: 'Says that something was done for a network that ends.' })
export class OudernetwerkEndTaskDoneInput extends VersionedInput {
  @Field(() => ID, { description: 'The network.' })
  id: string;

  @Field(() => NetworkEndTaskKind, { description: 'What was done.' })
  task: keyof typeof NetworkEndTaskKind;
}

@InputType({ description: 'Annuls the end of a network that never ended, or that was not to end.' })
export class OudernetwerkEndAnnulInput extends VersionedUndoInput {
  @UndoReason()
  reason: string;
}

@InputType({ description: 'What the end of a network really was. An omitted field is kept.' })
export class OudernetwerkEndPatch {
  @NeverCleared(() => DateScalar, 'Last day')
  on?: PlainDate;

  @Extensions({ multiline: true })
  @NeverCleared(() => String, 'Why it ended, 1 to 500 characters')
  reason?: string;
}

@InputType({ description: 'Corrects the end of a network that was recorded incorrectly.' })
export class OudernetwerkEndCorrectInput extends VersionedUndoInput {
  @UndoReason()
  reason: string;

  @Field(() => OudernetwerkEndPatch, { description: 'What it really was.' })
  patch: OudernetwerkEndPatch;
}

@InputType({ description: 'Annuls the activation of a network that was never active.' })
export class OudernetwerkActivationAnnulInput extends VersionedUndoInput {
  @UndoReason()
  reason: string;
}

@InputType({ description: 'What the activation of a network really was. An omitted field is kept.' })
export class OudernetwerkActivationPatch {
  @NeverCleared(() => DateScalar, 'First active day, not in the future nor after its end')
  on?: PlainDate;
}

@InputType({ description: 'Corrects the activation of a network that was recorded incorrectly.' })
export class OudernetwerkActivationCorrectInput extends VersionedUndoInput {
  @UndoReason()
  reason: string;

  @Field(() => OudernetwerkActivationPatch, { description: 'What it really was.' })
  patch: OudernetwerkActivationPatch;
}
