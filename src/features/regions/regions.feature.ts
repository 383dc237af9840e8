import type { Feature } from '../../writes/feature.js';
import { RegionEntity, MunicipalityEntity, ThemeEntity } from './region.entity.js';
import { RegionQueries } from './region.queries.js';
import { ThemeMutations } from './theme.mutations.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

export const regions: Feature = {
  name: 'regions',
  failures: { nl: nl.failures, en: en.failures },
  entities: [RegionEntity, MunicipalityEntity, ThemeEntity],
  resolvers: [RegionQueries, ThemeMutations],
  constraints: { themes_code_key: 'CODE_TAKEN' },
};
