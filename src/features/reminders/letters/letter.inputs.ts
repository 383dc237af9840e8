import { Field, ID, InputType } from 'type-graphql';
import { MutationInput } from '../../../writes/mutation-input.js';

@InputType({ description: 'Opens the letter of a task, to read or to print it.' })
export class PersonLetterOpenInput extends MutationInput {
  @Field(() => ID, { description: 'The task.' })
  taskId: string;
}
