import { Resolver } from 'type-graphql';
import { Mutates } from '../../writes/mutate.js';
import { snoozeWorkItem, WorkItemSnoozeInput } from './snooze-work-item.js';
import { WorkItem } from './work-item.type.js';

@Resolver()
export class WorklistMutations {
  @Mutates(snoozeWorkItem, {
    description:
      'Snoozes an item of the worklist until after a given day, or puts it back. It returns sooner if it ' +
      'gets worse. Allowed for coordinators of its region, supporters of its network and secretaries of ' +
      'the body of its seat.',
    answers: {
      workItem: { type: () => WorkItem, description: 'The item after the change.' },
    },
  })
  workItemSnooze(_input: WorkItemSnoozeInput): void {}
}
