import { type Fates, PART } from '../../writes/personal.js';

export const ABSENCES_PERSONAL: Fates = {
  // it ends with the role, which departs
  absences: PART,
  seat_alternates: PART,
};
