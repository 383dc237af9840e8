import { Resolver } from 'type-graphql';
import { Mutates } from '../../writes/mutate.js';
import { snoozeWorkItem, WorkItemSnoozeInput } from './snooze-work-item.js';
import { WorkItem } from './work-item.type.js';

@Resolver()
export class WorklistMutations {
  @Mutates(snoozeWorkItem, {
    description:
      'Puts an item of the worklist off until after a day, or back on it. It comes back sooner when it gets worse. ' +
      'For coordinators of its region, supporters of its network and secretaries of the body of its seat.',
    answers: {
      workItem: { type: () => WorkItem, description: 'The item as it is now.' },
    },
  })
  workItemSnooze(_input: WorkItemSnoozeInput): void {}
}
