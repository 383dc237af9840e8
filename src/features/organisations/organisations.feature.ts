import type { Feature } from '../../writes/feature.js';
import { OrganisationEntity, OrganisationMunicipalityEntity } from './organisation.entity.js';
import { OrganisationMutations } from './organisation.mutations.js';
import { OrganisationQueries, RegionOrganisations } from './organisation.queries.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { ORGANISATIONS_PROCESSED } from './organisations.personal.js';

export const organisations: Feature = {
  name: 'organisations',
  processed: ORGANISATIONS_PROCESSED,
  failures: { nl: nl.failures, en: en.failures },
  entities: [OrganisationEntity, OrganisationMunicipalityEntity],
  resolvers: [OrganisationQueries, RegionOrganisations, OrganisationMutations],
  constraints: { organisations_kind_code_key: 'CODE_TAKEN' },
};
