import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { VersionedInput } from '../../../writes/mutation-input.js';
import { UndoInput, UndoReason } from '../../undo/undo.inputs.js';

@InputType({ description: 'Records that somebody moves to another region.' })
export class PersonMoveInput extends VersionedInput {
  @Field(() => ID, { description: 'The person.' })
  id: string;

  @Field(() => ID, { description: 'The region to which they move.' })
  toRegionId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Municipality where they live then; it must belong to that region.',
  })
  municipalityId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which they live there, from two years ago to a year ahead. Defaults to today.',
  })
  on?: PlainDate | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether they may be introduced to the new region, if they said so already. Left out, they are asked: by mail, or ' +
      'where that cannot be by a task for their coordinator.',
  })
  mayIntroduce?: boolean | null;
}

@InputType({ description: 'Records whether somebody who moves may be introduced to the new region.' })
export class PersonMoveAnswerInput extends VersionedInput {
  @Field(() => ID, { description: 'The move; it must not be over.' })
  id: string;

  @Field({ description: 'What they said. A no can become a yes later.' })
  mayIntroduce: boolean;
}

@InputType({ description: 'Says that a move never was.' })
export class PersonMoveAnnulInput extends UndoInput {
  @UndoReason()
  reason: string;
}
