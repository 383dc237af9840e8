import type { Feature } from '../../writes/feature.js';
import { ErasedPerson } from './erasure/erased-person.fields.js';
import { ErasureEntity } from './erasure/erasure.entity.js';
import { ErasureMutations } from './erasure/erasure.mutations.js';
import { forgetMailFiles } from './erasure/forget-mail-files.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { RIGHTS_PERSONAL, RIGHTS_PROCESSED } from './rights.personal.js';

/** What people may ask of whoever keeps their data: to be forgotten (AVG article 17). */
export const rights: Feature = {
  name: 'rights',
  personal: RIGHTS_PERSONAL,
  processed: RIGHTS_PROCESSED,
  failures: { nl: nl.failures, en: en.failures },
  entities: [ErasureEntity],
  resolvers: [ErasedPerson, ErasureMutations],
  jobs: () => [forgetMailFiles],
  constraints: { erasures_pkey: 'PERSON_ERASED', person_erased: 'PERSON_ERASED' },
};
