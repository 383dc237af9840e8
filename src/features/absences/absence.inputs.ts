import { Field, ID, InputType } from 'type-graphql';
import { NeverCleared } from '../../graphql/never-cleared.js';
import { DateScalar } from '../../graphql/scalars.js';
import type { PlainDate } from '../../kernel/clock.js';
import { MutationInput, VersionedInput } from '../../writes/mutation-input.js';
import { UndoReason, VersionedUndoInput } from '../undo/undo.inputs.js';

const EXPECTED = 'Last day as expected; null if nobody knows. At most five years after the first.';
const SUBSTITUTE =
  'The parent who leads the network meanwhile, as a co-trekker for as long as the absence lasts, named by a ' +
  'coordinator of its region; or the alternate for a seat, where the rules of the body have alternates, named by whoever ' +
  'fills its seats.';

@InputType({ description: 'Records that somebody is away for a time. No reason is asked, and none is kept.' })
export class AbsenceRecordInput extends MutationInput {
  @Field(() => ID, { description: 'What they are away from: a trekkerschap, or an appointment to a seat.' })
  roleId: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'First day, on a day of the role and at most a year ahead; defaults to today. The person themselves names no day in ' +
      'the past.',
  })
  from?: PlainDate | null;

  @Field(() => DateScalar, { nullable: true, description: EXPECTED })
  expectedUntil?: PlainDate | null;

  @Field(() => ID, { nullable: true, description: SUBSTITUTE })
  substituteId?: string | null;
}

@InputType({ description: 'What is known of an absence by now. An omitted field is kept.' })
export class AbsencePatch {
  @Field(() => DateScalar, { nullable: true, description: EXPECTED })
  expectedUntil?: PlainDate | null;

  @Field(() => ID, {
    nullable: true,
    description:
      `${SUBSTITUTE} Somebody who leads does so from today on, or from its first day, and is not cleared: end that ` +
      'trekkerschap instead. Null says that there is no alternate any more.',
  })
  substituteId?: string | null;
}

@InputType({ description: 'Says what is known of an absence by now.' })
export class AbsenceUpdateInput extends VersionedInput {
  @Field(() => ID, { description: 'The absence.' })
  id: string;

  @Field(() => AbsencePatch, { description: 'What is known.' })
  patch: AbsencePatch;
}

@InputType({ description: 'Ends an absence.' })
export class AbsenceEndInput extends VersionedInput {
  @Field(() => ID, { description: 'The absence.' })
  id: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Its last day, which may be in the past or the future; defaults to today. The person themselves names yesterday at ' +
      'the earliest.',
  })
  on?: PlainDate | null;
}

@InputType({ description: 'Annuls an absence that never was.' })
export class AbsenceAnnulInput extends VersionedUndoInput {
  @UndoReason()
  reason: string;
}

@InputType({ description: 'What the days of an absence really were. An omitted field is kept.' })
export class AbsenceDaysPatch {
  @NeverCleared(() => DateScalar, 'First day, on a day of the role')
  from?: PlainDate;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; null if it has not ended.' })
  until?: PlainDate | null;
}

@InputType({ description: 'Corrects an absence that was recorded incorrectly.' })
export class AbsenceCorrectInput extends VersionedUndoInput {
  @UndoReason()
  reason: string;

  @Field(() => AbsenceDaysPatch, { description: 'What it really was.' })
  patch: AbsenceDaysPatch;
}
