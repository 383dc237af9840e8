import { Arg, Mutation, Resolver } from 'type-graphql';
import { Run, Runs } from '../../graphql/mutate.js';
import { payloadType } from '../../graphql/payloads.js';
import { Oudernetwerk } from '../oudernetwerken/oudernetwerk.type.js';
import { Region } from '../regions/region.type.js';
import { setThresholds } from './set-thresholds.js';
import { snoozeWorkItem, WorkItemSnoozeInput } from './snooze-work-item.js';
import { ContinuityThresholdsSetInput } from './thresholds.type.js';
import { WorkItem } from './work-item.type.js';

const ThresholdsPayload = payloadType(
  'continuityThresholdsSet',
  {
    region: { type: () => Region, description: 'The region, where it was set for one.' },
    oudernetwerk: { type: () => Oudernetwerk, description: 'The network, where it was set for one.' },
  },
  ['ONE_OF_TWO', 'NOTHING_TO_CHANGE'],
);
const SnoozePayload = payloadType('workItemSnooze', {
  workItem: { type: () => WorkItem, description: 'The item as it is now.' },
});

@Resolver()
export class ContinuityMutations {
  @Runs(setThresholds)
  @Mutation(() => ThresholdsPayload, {
    description:
      'Sets from when something counts, for a region and those below it or for a network; all networks there are judged ' +
      'anew. For coordinators of the region, and for national admins for the country.',
  })
  continuityThresholdsSet(@Arg('input') input: ContinuityThresholdsSetInput, @Run() run: Run) {
    return run(setThresholds, input);
  }

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
