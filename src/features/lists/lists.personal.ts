import { type Fate, type Fates, nothing, WORK_OF_ACCOUNT } from '../../writes/personal.js';
import { processed, type Processed, type Processing, WORK_DONE } from '../../writes/processing.js';

/** What stood in a file, for as long as its import waits. */
const FROM_A_FILE: Fate = {
  departure: nothing('it is gone once applied, and after 30 days'),
  move: nothing('it is of the region whose file it was'),
  merge: 'JOINED',
  export: 'REDACTED',
  erasure: 'ERASED',
};

export const LISTS_PERSONAL: Fates = {
  imports: WORK_OF_ACCOUNT,
  import_rows: FROM_A_FILE,
  import_parts: FROM_A_FILE,
};

const IN_A_FILE: Processing = {
  whose: 'PARENT',
  activity: 'KNOWING_PARENTS',
  seenBy: ['COORDINATOR'],
  kept: 'SHORT',
};

export const LISTS_PROCESSED: readonly Processed[] = [
  processed('imports', 'account_id', WORK_DONE),
  processed('import_rows', 'cells name person_id candidates changes problems twin', IN_A_FILE),
  processed('import_parts', 'person_id subject_id said_before said_after', IN_A_FILE),
];
