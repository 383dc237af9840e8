import type { Feature } from '../../writes/feature.js';
import { DOUBLES_PERSONAL, DOUBLES_PROCESSED } from './doubles.personal.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { MergeMutations } from './merge/merge.mutations.js';
import { PersonMergeEntity } from './merge/person-merge.entity.js';
import { PersonMergeQueries, PersonMerges } from './merge/person-merge.type.js';
import { DuplicateMutations } from './pairs/duplicates.mutations.js';
import { DuplicateQueries } from './pairs/duplicates.queries.js';
import { ToldApartEntity } from './pairs/told-apart.entity.js';

/** Records that are of one person. */
export const doubles: Feature = {
  name: 'doubles',
  personal: DOUBLES_PERSONAL,
  processed: DOUBLES_PROCESSED,
  failures: { nl: nl.failures, en: en.failures },
  entities: [ToldApartEntity, PersonMergeEntity],
  resolvers: [DuplicateQueries, DuplicateMutations, PersonMerges, PersonMergeQueries, MergeMutations],
  constraints: {
    people_told_apart_pkey: 'CORRECTED',
    person_merges_once: 'CORRECTED',
    person_of_its_own: 'CORRECTED',
  },
};
