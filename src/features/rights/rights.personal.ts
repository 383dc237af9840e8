import { type Fates, nothing } from '../../writes/personal.js';
import { processed, type Processed } from '../../writes/processing.js';

export const RIGHTS_PERSONAL: Fates = {
  erasures: {
    departure: nothing('it was done'),
    move: nothing('it was done'),
    merge: nothing('nobody is joined with somebody who was erased'),
    export: 'GIVEN',
    erasure: nothing('it says that it was done, and names nobody'),
  },
};

export const RIGHTS_PROCESSED: readonly Processed[] = [
  processed(
    'erasures',
    'person_id region_id reason account_id erased_at mentions files_gone_at ledger_at xact',
    {
      whose: 'PARENT',
      activity: 'ACCOUNTABILITY',
      seenBy: ['COORDINATOR', 'NATIONAL_OFFICE'],
      kept: 'PROOF',
    },
  ),
];
