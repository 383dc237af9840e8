import { Field, ID, InputType } from 'type-graphql';
import { NeverCleared } from '../../../graphql/never-cleared.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { UndoReason, VersionedUndoInput } from '../../undo/undo.inputs.js';
import { EndReason, TrekkerRole } from '../oudernetwerk.enums.js';

@InputType({ description: 'Annuls a trekkerschap that never was.' })
export class TrekkerschapAnnulInput extends VersionedUndoInput {
  @UndoReason()
  reason: string;
}

@InputType({ description: 'What a trekkerschap really was. An omitted field is kept.' })
export class TrekkerschapPatch {
  @NeverCleared(() => ID, 'The person who led')
  personId?: string;

  @NeverCleared(() => TrekkerRole, 'Role in which they led')
  role?: keyof typeof TrekkerRole;

  @NeverCleared(() => DateScalar, 'First day')
  from?: PlainDate;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null if they did not stop.' })
  until?: PlainDate | null;

  @Field(() => EndReason, {
    nullable: true,
    description:
      'Why they stopped; required when a last day is given where there was none, and ignored where there is none.',
  })
  endReason?: keyof typeof EndReason | null;
}

@InputType({ description: 'Corrects a trekkerschap that was recorded incorrectly.' })
export class TrekkerschapCorrectInput extends VersionedUndoInput {
  @UndoReason()
  reason: string;

  @Field(() => TrekkerschapPatch, { description: 'What it really was.' })
  patch: TrekkerschapPatch;
}
