import { Arg, Mutation, Resolver } from 'type-graphql';
import { Run, Runs } from '../../writes/mutate.js';
import { payloadType } from '../../writes/payloads.js';
import { snoozeWorkItem, WorkItemSnoozeInput } from './snooze-work-item.js';
import { WorkItem } from './work-item.type.js';

const SnoozePayload = payloadType('workItemSnooze', {
  workItem: { type: () => WorkItem, description: 'The item as it is now.' },
});

@Resolver()
export class WorklistMutations {
  @Runs(snoozeWorkItem)
  @Mutation(() => SnoozePayload, {
    description:
      'Puts an item of the worklist off until after a day, or back on it. It comes back sooner when it gets worse. ' +
      'For coordinators of its region, supporters of its network and secretaries of the body of its seat.',
  })
  workItemSnooze(@Arg('input') input: WorkItemSnoozeInput, @Run() run: Run) {
    return run(snoozeWorkItem, input);
  }
}
