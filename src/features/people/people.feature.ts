import type { Feature } from '../../writes/feature.js';
import {
  PersonEntity,
  PersonDetailsEntity,
  PersonContactEntity,
  PersonNoteEntity,
  SchoolTieEntity,
} from './person.entity.js';
import { ContactPauseEntity } from './contact-pause/contact-pause.entity.js';
import { PersonContactPause } from './contact-pause/contact-pause.fields.js';
import { ContactPauseMutations } from './contact-pause/contact-pause.mutations.js';
import { PersonMutations } from './person.mutations.js';
import { PersonQueries } from './person.queries.js';
import { ViewerQueries } from './viewer.type.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import { PEOPLE_PERSONAL, PEOPLE_PROCESSED } from './people.personal.js';

export const people: Feature = {
  name: 'people',
  personal: PEOPLE_PERSONAL,
  processed: PEOPLE_PROCESSED,
  failures: { nl: nl.failures, en: en.failures },
  entities: [
    PersonEntity,
    PersonDetailsEntity,
    PersonContactEntity,
    PersonNoteEntity,
    SchoolTieEntity,
    ContactPauseEntity,
  ],
  resolvers: [PersonQueries, ViewerQueries, PersonContactPause, PersonMutations, ContactPauseMutations],
};
