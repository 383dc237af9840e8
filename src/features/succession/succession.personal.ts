import { DERIVED, type Fates, PART } from '../../writes/personal.js';
import {
  processed,
  type Processed,
  IN_NETWORK,
  type Processing,
  WORKED_OUT,
} from '../../writes/processing.js';

export const SUCCESSION_PERSONAL: Fates = {
  successor_candidates: { ...PART, export: 'REDACTED' },
  // what somebody thought of them, in words
  'successor_candidates.decline_reason': { ...PART, export: 'REDACTED', erasure: 'ERASED' },
  'successor_candidates.motivation': { ...PART, export: 'REDACTED', erasure: 'ERASED' },
  'handover_items.owner_person_id': { ...PART, departure: 'FREED' },
  succession_plans: DERIVED,
};

const SOUGHT: Processing = { ...IN_NETWORK, activity: 'SUCCESSION', seenBy: ['COORDINATOR', 'NETWORK'] };

export const SUCCESSION_PROCESSED: readonly Processed[] = [
  processed(
    'successor_candidates',
    'plan_id oudernetwerk_id region_id person_id rank readiness stage next_step_on ended_on appointed_from',
    SOUGHT,
  ),
  processed('successor_candidates', 'decline_reason motivation', { ...SOUGHT, kept: 'INVITATION_REASON' }),
  processed('handover_items', 'owner_person_id', SOUGHT),
  processed(
    'succession_plans',
    `oudernetwerk_id region_id trekkerschap_id status opened_on opened_because opened_for target_on closed_on stop_reason
    motivation successor_id touched`,
    { ...WORKED_OUT, activity: 'SUCCESSION', kept: 'ROLE' },
  ),
];
