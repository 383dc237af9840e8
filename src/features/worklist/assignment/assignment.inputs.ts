import { Field, ID, InputType } from 'type-graphql';
import { MutationInput } from '../../../writes/mutation-input.js';

@InputType({ description: 'Says who takes care of a work item.' })
export class WorkItemAssignInput extends MutationInput {
  @Field(() => ID, { description: 'The `subject` of the work item.' })
  subjectId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'One of the `colleagues` of its region, perhaps yourself; null for nobody.',
  })
  assigneeId?: string | null;
}

@InputType({ description: 'Hands all work of one coordinator over to another, when they leave for example.' })
export class WorkItemsAssignInput extends MutationInput {
  @Field(() => ID, { description: 'The region; the work of the regions below it goes along.' })
  regionId: string;

  @Field(() => ID, { description: 'Whose work it is, also if they do not coordinate the region any more.' })
  fromId: string;

  @Field(() => ID, {
    nullable: true,
    description: 'One of the `colleagues` of the region, perhaps yourself; null for nobody.',
  })
  toId?: string | null;
}
