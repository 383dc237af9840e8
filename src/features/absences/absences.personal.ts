import { type Fates, PART } from '../../writes/personal.js';
import { processed, type Processed, IN_NETWORK, ON_SEAT } from '../../writes/processing.js';

export const ABSENCES_PERSONAL: Fates = {
  // it ends with the role, which departs
  absences: PART,
  seat_alternates: PART,
};

export const ABSENCES_PROCESSED: readonly Processed[] = [
  processed(
    'absences',
    'person_id oudernetwerk_id body_id region_id period expected_until substitute_id substitute_until former_id',
    { ...IN_NETWORK, seenBy: ['COORDINATOR', 'NETWORK', 'BODY', 'NATIONAL_OFFICE'] },
  ),
  processed('seat_alternates', 'absence_id body_id region_id person_id', ON_SEAT),
];
