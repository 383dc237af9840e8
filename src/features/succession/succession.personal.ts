import { DERIVED, type Fates, PART } from '../../writes/personal.js';

export const SUCCESSION_PERSONAL: Fates = {
  successor_candidates: { ...PART, export: 'REDACTED' },
  // what somebody thought of them, in words
  'successor_candidates.decline_reason': { ...PART, export: 'REDACTED', erasure: 'ERASED' },
  'successor_candidates.motivation': { ...PART, export: 'REDACTED', erasure: 'ERASED' },
  'handover_items.owner_person_id': { ...PART, departure: 'FREED' },
  succession_plans: DERIVED,
};
