import { Arg, Mutation, Resolver } from 'type-graphql';
import { Run, Runs } from '../../writes/mutate.js';
import { payloadType } from '../../writes/payloads.js';
import { Region } from '../regions/region.type.js';
import { createOrganisation, updateOrganisation, updateRegion } from './save-organisation.js';
import {
  OrganisationCreateInput,
  OrganisationUpdateInput,
  RegionUpdateInput,
} from './organisation.inputs.js';
import { Organisation } from './organisation.type.js';

const CreatePayload = payloadType(
  'organisationCreate',
  { organisation: { type: () => Organisation, description: 'The organisation.' } },
  ['BAD_EMAIL'],
);
const UpdatePayload = payloadType(
  'organisationUpdate',
  { organisation: { type: () => Organisation, description: 'The organisation as it is now.' } },
  ['BAD_EMAIL', 'FROM_REFERENCE', 'NOTHING_TO_CHANGE'],
);
const RegionPayload = payloadType('regionUpdate', {
  region: { type: () => Region, description: 'The region as it is now.' },
});

@Resolver()
export class OrganisationMutations {
  @Runs(createOrganisation)
  @Mutation(() => CreatePayload, {
    description: 'Adds an organisation to a region. For coordinators of that region.',
  })
  organisationCreate(@Arg('input') input: OrganisationCreateInput, @Run() run: Run) {
    return run(createOrganisation, input);
  }

  @Runs(updateOrganisation)
  @Mutation(() => UpdatePayload, {
    description: 'Corrects an organisation. For coordinators of its region.',
  })
  organisationUpdate(@Arg('input') input: OrganisationUpdateInput, @Run() run: Run) {
    return run(updateOrganisation, input);
  }

  @Runs(updateRegion)
  @Mutation(() => RegionPayload, {
    description: 'Sets the coordinating organisation of a region. For national admins.',
  })
  regionUpdate(@Arg('input') input: RegionUpdateInput, @Run() run: Run) {
    return run(updateRegion, input);
  }
}
