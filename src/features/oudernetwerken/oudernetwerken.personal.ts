import { type Fates, PART } from '../../writes/personal.js';
import { processed, type Processed, IN_NETWORK } from '../../writes/processing.js';

export const OUDERNETWERKEN_PERSONAL: Fates = {
  trekkerschappen: PART,
  memberships: PART,
  'oudernetwerken.contact_person_id': { ...PART, departure: 'FREED' },
};

export const OUDERNETWERKEN_PROCESSED: readonly Processed[] = [
  processed(
    'trekkerschappen',
    'person_id oudernetwerk_id region_id role period planned_end_on planned_end_reason end_reason predecessor_id line_id',
    IN_NETWORK,
  ),
  processed('memberships', 'person_id oudernetwerk_id region_id period perspective recorded_in', IN_NETWORK),
  processed('oudernetwerken', 'contact_person_id', IN_NETWORK),
  processed('oudernetwerken', 'mailbox', {
    whose: 'ORGANISATION_CONTACT',
    activity: 'ORGANISATIONS',
    seenBy: ['SIGNED_IN'],
    kept: 'ORGANISATION',
  }),
];
