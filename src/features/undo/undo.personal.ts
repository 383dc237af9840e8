import { DERIVED, type Fates, nothing, WORK_OF_ACCOUNT } from '../../writes/personal.js';

export const UNDO_PERSONAL: Fates = {
  annulments: {
    departure: nothing('what it is about is gone already'),
    move: nothing('what it is about is gone already'),
    merge: nothing('it is about a record, which is gone already'),
    export: 'REDACTED',
    erasure: 'ERASED',
  },
  kept_rows: { ...DERIVED, merge: 'JOINED', erasure: 'ERASED' },
  'annulments.account_id': WORK_OF_ACCOUNT,
};
