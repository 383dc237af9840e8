import { DERIVED, type Fates, nothing, WORK_OF_ACCOUNT } from '../../writes/personal.js';
import { processed, type Processed, WORK_DONE } from '../../writes/processing.js';

export const UNDO_PERSONAL: Fates = {
  annulments: {
    departure: nothing('what it is about is gone already'),
    move: nothing('what it is about is gone already'),
    merge: nothing('it is about a record, which is gone already'),
    export: 'REDACTED',
    erasure: 'PSEUDONYM',
  },
  // what somebody wrote
  'annulments.reason': {
    departure: nothing('what it is about is gone already'),
    move: nothing('what it is about is gone already'),
    merge: nothing('it is about a record, which is gone already'),
    export: 'REDACTED',
    erasure: 'ERASED',
  },
  kept_rows: { ...DERIVED, merge: 'JOINED', erasure: 'ERASED' },
  'annulments.account_id': WORK_OF_ACCOUNT,
};

export const UNDO_PROCESSED: readonly Processed[] = [
  processed(
    'annulments',
    'subject_type subject_id region_id account_id annulled_at reason replaced_by line step',
    WORK_DONE,
  ),
  processed('kept_rows', 'cause_id place kept_table row_id was became restored departures', {
    whose: 'PARENT',
    activity: 'ACCOUNTABILITY',
    seenBy: ['SERVICE'],
    kept: 'FOLLOWS',
  }),
];
