import { DETAIL, type Fates, nothing } from '../../writes/personal.js';

export const DEPARTURES_PERSONAL: Fates = {
  departures: {
    ...DETAIL,
    merge: 'JOINED',
    erasure: 'PSEUDONYM',
  },
  'departures.note': { ...DETAIL, export: 'REDACTED' },
  departure_ends: {
    ...DETAIL,
    merge: 'JOINED',
    export: nothing('it repeats what is given already'),
    erasure: 'ERASED',
  },
};
