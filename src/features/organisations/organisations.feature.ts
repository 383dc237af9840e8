import type { Feature } from '../../writes/feature.js';
import { OrganisationEntity, OrganisationMunicipalityEntity } from './organisation.entity.js';
import { OrganisationMutations } from './organisation.mutations.js';
import { OrganisationQueries, RegionOrganisations } from './organisation.queries.js';

export const organisations: Feature = {
  name: 'organisations',
  entities: [OrganisationEntity, OrganisationMunicipalityEntity],
  resolvers: [OrganisationQueries, RegionOrganisations, OrganisationMutations],
  constraints: { organisations_kind_code_key: 'CODE_TAKEN' },
};
