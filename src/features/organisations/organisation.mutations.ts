import { Resolver } from 'type-graphql';
import { Mutates } from '../../writes/mutate.js';
import { Region } from '../regions/region.type.js';
import { createOrganisation, updateOrganisation } from './save-organisation.js';
import { updateRegion } from './save-region.js';
import {
  OrganisationCreateInput,
  OrganisationUpdateInput,
  RegionUpdateInput,
} from './organisation.inputs.js';
import { Organisation } from './organisation.type.js';

@Resolver()
export class OrganisationMutations {
  @Mutates(createOrganisation, {
    description: 'Adds an organisation to a region. Allowed for coordinators of that region.',
    answers: { organisation: { type: () => Organisation, description: 'The organisation.' } },
    refusals: ['BAD_EMAIL', 'BAD_PHONE'],
  })
  organisationCreate(_input: OrganisationCreateInput): void {}

  @Mutates(updateOrganisation, {
    description: 'Corrects an organisation. Allowed for coordinators of its region.',
    answers: {
      organisation: { type: () => Organisation, description: 'The organisation after the change.' },
    },
    refusals: ['BAD_EMAIL', 'BAD_PHONE', 'FROM_REFERENCE', 'ADDRESS_CHANGED_TOO_OFTEN'],
  })
  organisationUpdate(_input: OrganisationUpdateInput): void {}

  @Mutates(updateRegion, {
    description:
      'Sets the mailbox and telephone number of the coordinators of a region, and who answers for its personal data; ' +
      'they stand in every letter. Allowed for its coordinators and for national admins, who also set its ' +
      'coordinating organisation.',
    answers: {
      region: { type: () => Region, description: 'The region after the change.' },
    },
    refusals: ['BAD_EMAIL', 'BAD_PHONE', 'ADDRESS_CHANGED_TOO_OFTEN'],
  })
  regionUpdate(_input: RegionUpdateInput): void {}
}
