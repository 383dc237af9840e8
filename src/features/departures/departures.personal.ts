import { DETAIL, type Fates, nothing } from '../../writes/personal.js';

export const DEPARTURES_PERSONAL: Fates = {
  departures: {
    ...DETAIL,
    merge: 'JOINED',
    erasure: 'PSEUDONYM',
  },
  'departures.note': {
    ...DETAIL,
    move: nothing('it stays with the region that wrote it'),
    export: 'REDACTED',
  },
  hidden_names: DETAIL,
  person_tasks: {
    ...DETAIL,
    departure: nothing('it is about their departure'),
    merge: 'JOINED',
    export: nothing('it says what a region does'),
    erasure: 'PSEUDONYM',
  },
};
