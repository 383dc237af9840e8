import { type Fates, PART } from '../../writes/personal.js';

export const OUDERNETWERKEN_PERSONAL: Fates = {
  trekkerschappen: PART,
  memberships: PART,
  'oudernetwerken.contact_person_id': { ...PART, departure: 'FREED' },
};
