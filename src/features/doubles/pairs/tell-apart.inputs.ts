import { Field, ID, InputType } from 'type-graphql';
import { MutationInput } from '../../../writes/mutation-input.js';

@InputType({ description: 'Says that two records are of two people.' })
export class PersonTellApartInput extends MutationInput {
  @Field(() => ID, { description: 'The one.' })
  personId: string;

  @Field(() => ID, { description: 'The other one.' })
  otherId: string;

  @Field({
    defaultValue: true,
    description: 'Whether they are two people; false takes back that somebody said so.',
  })
  apart: boolean;
}
