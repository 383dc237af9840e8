import { DERIVED, type Fates } from '../../writes/personal.js';

export const CONTINUITY_PERSONAL: Fates = { expected_ends: DERIVED };
