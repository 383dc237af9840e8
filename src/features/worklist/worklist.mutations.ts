import { Resolver } from 'type-graphql';
import { Mutates } from '../../writes/mutate.js';
import { assignWorkItem, assignWorkItems } from './assignment/assign-work.js';
import { WorkItemAssignInput, WorkItemsAssignInput } from './assignment/assignment.inputs.js';
import { Region } from '../regions/region.type.js';
import { snoozeWorkItem, WorkItemSnoozeInput } from './snooze-work-item.js';
import { WorkItem } from './work-item.type.js';

const workItem = { workItem: { type: () => WorkItem, description: 'The item after the change.' } };

@Resolver()
export class WorklistMutations {
  @Mutates(snoozeWorkItem, {
    description:
      'Snoozes an item of the worklist until after a given day, or puts it back. It returns sooner if it ' +
      'gets worse. Allowed for coordinators of its region, supporters of its network and secretaries of ' +
      'the body of its seat.',
    answers: workItem,
  })
  workItemSnooze(_input: WorkItemSnoozeInput): void {}

  @Mutates(assignWorkItem, {
    description:
      'Says which coordinator takes care of an item of the worklist. Allowed for coordinators of its region.',
    answers: workItem,
  })
  workItemAssign(_input: WorkItemAssignInput): void {}

  @Mutates(assignWorkItems, {
    description:
      'Hands all items of the worklist that one coordinator takes care of over to another, in a region and those ' +
      'below it. Allowed for coordinators of the region.',
    answers: { region: { type: () => Region, description: 'The region.' } },
  })
  workItemsAssign(_input: WorkItemsAssignInput): void {}
}
