import { DERIVED, type Fates, PART } from '../../writes/personal.js';

export const OUDERNETWERKEN_PERSONAL: Fates = {
  trekkerschappen: PART,
  memberships: PART,
  network_closings: {
    ...DERIVED,
    merge: 'JOINED',
    erasure: 'ERASED',
  },
  'oudernetwerken.contact_person_id': { ...PART, departure: 'FREED' },
};
