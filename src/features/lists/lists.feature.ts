import type { Feature } from '../../writes/feature.js';
import { forgetListExports } from './export/forget-list-exports.js';
import { ListExportEntity } from './export/list-export.entity.js';
import { ListExportMutations } from './export/list-export.mutations.js';
import { en as exportEn } from './export/messages.en.js';
import { nl as exportNl } from './export/messages.nl.js';
import { AccessEntryPurpose, PersonAccessPurpose } from './export/person-access-purpose.fields.js';
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
  failures: {
    nl: { ...nl.failures, ...exportNl.failures },
    en: { ...en.failures, ...exportEn.failures },
  },
  entities: [ImportEntity, ImportRowEntity, ImportPartEntity, ImportColumnEntity, ListExportEntity],
  resolvers: [ImportQueries, ImportMutations, ListExportMutations, PersonAccessPurpose, AccessEntryPurpose],
  jobs: () => [forgetImports, forgetListExports],
};
