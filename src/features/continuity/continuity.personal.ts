import { DERIVED, type Fates } from '../../writes/personal.js';
import { processed, type Processed, WORKED_OUT } from '../../writes/processing.js';

export const CONTINUITY_PERSONAL: Fates = { expected_ends: DERIVED };

export const CONTINUITY_PROCESSED: readonly Processed[] = [
  processed(
    'expected_ends',
    'trekkerschap_id oudernetwerk_id region_id person_id expected_on earliest latest driver confidence',
    { ...WORKED_OUT, activity: 'SUCCESSION' },
  ),
];
