import type { Feature } from '../../writes/feature.js';
import { ConsentTextQuery } from './consent/consent-text.queries.js';
import { PersonConsents, PurposeConsents } from './consent/purpose-consent.mutations.js';
import {
  ErvaringsdeskundigeEntity,
  ErvaringsdeskundigeThemeEntity,
  TrainingEntity,
  IncompatibilityEntity,
  ConsentEntity,
} from './ervaringsdeskundige.entity.js';
import {
  ErvaringsdeskundigeFields,
  TrainingFields,
  PersonErvaringsdeskundige,
} from './ervaringsdeskundige.fields.js';
import { ErvaringsdeskundigeMutations } from './ervaringsdeskundige.mutations.js';
import { ErvaringsdeskundigeQueries } from './ervaringsdeskundige.queries.js';
import { ProfileRecordMutations } from './records/profile-records.mutations.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';
import {
  ERVARINGSDESKUNDIGEN_PERSONAL,
  ERVARINGSDESKUNDIGEN_PROCESSED,
} from './ervaringsdeskundigen.personal.js';

export const ervaringsdeskundigen: Feature = {
  name: 'ervaringsdeskundigen',
  personal: ERVARINGSDESKUNDIGEN_PERSONAL,
  processed: ERVARINGSDESKUNDIGEN_PROCESSED,
  failures: { nl: nl.failures, en: en.failures },
  entities: [
    ErvaringsdeskundigeEntity,
    ErvaringsdeskundigeThemeEntity,
    TrainingEntity,
    IncompatibilityEntity,
    ConsentEntity,
  ],
  resolvers: [
    ErvaringsdeskundigeQueries,
    ErvaringsdeskundigeFields,
    TrainingFields,
    PersonErvaringsdeskundige,
    ConsentTextQuery,
    PersonConsents,
    PurposeConsents,
    ErvaringsdeskundigeMutations,
    ProfileRecordMutations,
  ],
  constraints: { ervaringsdeskundigen_person_id_key: 'ALREADY_REGISTERED', traits_left: 'NO_PLACE_LEFT' },
};
