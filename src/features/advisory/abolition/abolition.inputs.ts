import { Field, ID, InputType } from 'type-graphql';
import { VersionedInput } from '../../../writes/mutation-input.js';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';

@InputType({ description: 'Abolishes a seat.' })
export class AdvisorySeatAbolishInput extends VersionedInput {
  @Field(() => ID, { description: 'The seat; its abolition must not already be in the past.' })
  id: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'First day on which it no longer exists, at most ten years ahead and after the first day of its ' +
      'latest appointment; defaults to today.',
  })
  on?: PlainDate | null;
}

@InputType({ description: 'Ends a body permanently, together with its seats.' })
export class AdvisoryBodyEndInput extends VersionedInput {
  @Field(() => ID, { description: 'The body; it must not have an end recorded.' })
  id: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day, at most ten years ahead, and not before the opening day of any of its seats or the first ' +
      'day of any appointment; defaults to today.',
  })
  on?: PlainDate | null;
}
