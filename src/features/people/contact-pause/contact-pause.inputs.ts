import { Field, ID, InputType } from 'type-graphql';
import { DateScalar } from '../../../graphql/scalars.js';
import type { PlainDate } from '../../../kernel/clock.js';
import { MutationInput } from '../../../writes/mutation-input.js';

@InputType({ description: 'Leaves somebody alone for a time. Why is not asked.' })
export class ContactPauseInput extends MutationInput {
  @Field(() => ID, { description: 'The person.' })
  personId: string;

  @Field(() => DateScalar, { description: 'Last day of it, from today to two years ahead.' })
  until: PlainDate;
}

@InputType({ description: 'Ends that somebody is left alone.' })
export class ContactPauseEndInput extends MutationInput {
  @Field(() => ID, { description: 'The person.' })
  personId: string;
}
