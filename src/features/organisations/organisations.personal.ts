import { processed, type Processed } from '../../writes/processing.js';

export const ORGANISATIONS_PROCESSED: readonly Processed[] = [
  processed('organisations', 'email phone', {
    whose: 'ORGANISATION_CONTACT',
    activity: 'ORGANISATIONS',
    seenBy: ['SIGNED_IN'],
    kept: 'ORGANISATION',
  }),
];
