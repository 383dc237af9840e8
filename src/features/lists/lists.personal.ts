import { type Fate, type Fates, nothing, WORK_OF_ACCOUNT } from '../../writes/personal.js';

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
