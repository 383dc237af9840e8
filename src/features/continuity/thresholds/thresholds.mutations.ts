import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { Oudernetwerk } from '../../oudernetwerken/oudernetwerk.type.js';
import { Region } from '../../regions/region.type.js';
import { setThresholds } from './set-thresholds.js';
import { ContinuityThresholdsSetInput } from './thresholds.type.js';

@Resolver()
export class ThresholdsMutations {
  @Mutates(setThresholds, {
    description:
      'Sets from when something counts, for a region and those below it or for a network; all networks there are judged ' +
      'anew. For coordinators of the region, and for national admins for the country.',
    answers: {
      region: { type: () => Region, description: 'The region, where it was set for one.' },
      oudernetwerk: { type: () => Oudernetwerk, description: 'The network, where it was set for one.' },
    },
    refusals: ['ONE_OF_TWO', 'NOTHING_TO_CHANGE'],
  })
  continuityThresholdsSet(_input: ContinuityThresholdsSetInput): void {}
}
