import type { Feature } from '../../writes/feature.js';
import { PersonDepartureEntity } from './departure.entity.js';
import { DepartureMutations } from './departure.mutations.js';
import { PersonDepartures } from './departure.type.js';
import { DEPARTURES_PERSONAL, DEPARTURES_PROCESSED } from './departures.personal.js';
import { HiddenNameEntity } from './hidden-names/hidden-name.entity.js';
import { PersonHiddenName } from './hidden-names/hidden-name.fields.js';
import { PersonTaskEntity } from './tasks/person-task.entity.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

export const departures: Feature = {
  name: 'departures',
  personal: DEPARTURES_PERSONAL,
  processed: DEPARTURES_PROCESSED,
  failures: { nl: nl.failures, en: en.failures },
  entities: [PersonDepartureEntity, PersonTaskEntity, HiddenNameEntity],
  resolvers: [PersonDepartures, PersonHiddenName, DepartureMutations],
  constraints: {
    departures_one_death: 'ALREADY_DECEASED',
    departures_of_the_living: 'ALREADY_DECEASED',
    departures_last_first: 'LATER_DEPARTURE',
    person_alive: 'PERSON_DECEASED',
  },
};
