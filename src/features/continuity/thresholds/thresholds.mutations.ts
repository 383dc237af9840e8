import { Arg, Mutation, Resolver } from 'type-graphql';
import { Run, Runs } from '../../../writes/mutate.js';
import { payloadType } from '../../../writes/payloads.js';
import { Oudernetwerk } from '../../oudernetwerken/oudernetwerk.type.js';
import { Region } from '../../regions/region.type.js';
import { setThresholds } from './set-thresholds.js';
import { ContinuityThresholdsSetInput } from './thresholds.type.js';

const ThresholdsPayload = payloadType(
  'continuityThresholdsSet',
  {
    region: { type: () => Region, description: 'The region, where it was set for one.' },
    oudernetwerk: { type: () => Oudernetwerk, description: 'The network, where it was set for one.' },
  },
  ['ONE_OF_TWO', 'NOTHING_TO_CHANGE'],
);
@Resolver()
export class ThresholdsMutations {
  @Runs(setThresholds)
  @Mutation(() => ThresholdsPayload, {
    description:
      'Sets from when something counts, for a region and those below it or for a network; all networks there are judged ' +
      'anew. For coordinators of the region, and for national admins for the country.',
  })
  continuityThresholdsSet(@Arg('input') input: ContinuityThresholdsSetInput, @Run() run: Run) {
    return run(setThresholds, input);
  }
}
