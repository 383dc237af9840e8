import type { Feature } from '../../writes/feature.js';
import {
  PersonEntity,
  PersonDetailsEntity,
  PersonContactEntity,
  PersonNoteEntity,
  SchoolTieEntity,
} from './person.entity.js';
import { PersonMutations } from './person.mutations.js';
import { PersonQueries } from './person.queries.js';
import { ViewerQueries } from './viewer.type.js';

export const people: Feature = {
  name: 'people',
  entities: [PersonEntity, PersonDetailsEntity, PersonContactEntity, PersonNoteEntity, SchoolTieEntity],
  resolvers: [PersonQueries, ViewerQueries, PersonMutations],
};
