import { Resolver } from 'type-graphql';
import { Mutates } from '../../../writes/mutate.js';
import { applyRegionChange } from './apply-region-change.js';
import { RegionChange, RegionChangeApplyInput } from './region-change.type.js';

@Resolver()
export class RegionChangeMutations {
  @Mutates(applyRegionChange, {
    description:
      'Applies a change to the networks that were proposed and not refused, and to the people who were told of it a month ' +
      'ago and did not object. They are of the new region from today on, and what they said of being found ends. Whoever ' +
      'was told later stays until it is applied again. Allowed for coordinators of the region to which it comes, from the ' +
      'day of the change on.',
    answers: { regionChange: { type: () => RegionChange, description: 'The change.' } },
    refusals: ['OTHER_SIDE', 'NOT_YET'],
  })
  regionChangeApply(_input: RegionChangeApplyInput): void {}
}
