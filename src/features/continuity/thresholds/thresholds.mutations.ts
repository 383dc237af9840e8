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
      'Sets thresholds for a region and those below it, or for a network; all networks concerned are ' +
      'reassessed. Allowed for coordinators of the region and, for the country, national admins.',
    answers: {
      region: { type: () => Region, description: 'The region, if the thresholds were set for one.' },
      oudernetwerk: {
        type: () => Oudernetwerk,
        description: 'The network, if the thresholds were set for one.',
      },
    },
    refusals: ['ONE_OF_TWO'],
  })
  continuityThresholdsSet(_input: ContinuityThresholdsSetInput): void {}
}
