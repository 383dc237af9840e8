import { DETAIL, type Fates, nothing } from '../../writes/personal.js';
import { processed, type Processed } from '../../writes/processing.js';

export const ADDRESSES_PERSONAL: Fates = {
  mail_address_changes: { ...DETAIL, departure: 'SILENT', merge: nothing('it waits for its own reader') },
};

export const ADDRESSES_PROCESSED: readonly Processed[] = [
  processed(
    'mail_address_changes',
    `account_id person_id organisation_id region_id oudernetwerk_id old_address new_address asked_by asked_at expires_on
    outcome by_owner`,
    { whose: 'PARENT', activity: 'REACHING_PARENTS', seenBy: ['COORDINATOR'], kept: 'SHORT' },
  ),
];
