import type { Feature } from '../../writes/feature.js';
import { forgetImports } from './import/forget-imports.js';
import {
  ImportColumnEntity,
  ImportEntity,
  ImportPartEntity,
  ImportRowEntity,
} from './import/import.entity.js';
import { ImportMutations } from './import/import.mutations.js';
import { ImportQueries } from './import/import.type.js';
import { LISTS_PERSONAL, LISTS_PROCESSED } from './lists.personal.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

export const lists: Feature = {
  name: 'lists',
  personal: LISTS_PERSONAL,
  processed: LISTS_PROCESSED,
  failures: { nl: nl.failures, en: en.failures },
  entities: [ImportEntity, ImportRowEntity, ImportPartEntity, ImportColumnEntity],
  resolvers: [ImportQueries, ImportMutations],
  jobs: () => [forgetImports],
};
