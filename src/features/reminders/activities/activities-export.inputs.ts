import { Field, ID, InputType } from 'type-graphql';
import { MutationInput } from '../../../writes/mutation-input.js';

@InputType({ description: 'Exports what a network plans as a calendar.' })
export class ActivitiesExportInput extends MutationInput {
  @Field(() => ID, { description: 'The network.' })
  oudernetwerkId: string;
}
