import { type Fates, nothing } from '../../writes/personal.js';
import { processed, type Processed } from '../../writes/processing.js';

export const PRIVACY_PERSONAL: Fates = {
  // what a detail was, and what it became
  audit_values: {
    departure: nothing('it was changed'),
    move: nothing('it stays with the change that it is of'),
    merge: 'JOINED',
    export: 'GIVEN',
    erasure: 'ERASED',
  },
};

export const PRIVACY_PROCESSED: readonly Processed[] = [
  processed('audit_values', 'audit_id person_id region_id place row_id before after', {
    whose: 'PARENT',
    activity: 'ACCOUNTABILITY',
    seenBy: ['COORDINATOR', 'NATIONAL_OFFICE'],
    kept: 'WHILE_TAKING_PART',
  }),
];
