import { type Fate, type Fates, nothing, WORK_OF_ACCOUNT } from '../../writes/personal.js';
import { processed, type Processed, type Processing, WORK_DONE } from '../../writes/processing.js';

/** What stood in a file, for as long as its import waits. */
const FROM_A_FILE: Fate = {
  departure: nothing('it is gone once applied or thrown away, and after 14 days'),
  move: nothing('it is of the region whose file it was'),
  merge: 'JOINED',
  export: 'REDACTED',
  erasure: 'ERASED',
};

export const LISTS_PERSONAL: Fates = {
  imports: WORK_OF_ACCOUNT,
  import_rows: FROM_A_FILE,
  import_parts: FROM_A_FILE,
  list_exports: { ...WORK_OF_ACCOUNT, erasure: 'ERASED' },
};

const IN_A_FILE: Processing = {
  whose: 'PARENT',
  activity: 'KNOWING_PARENTS',
  seenBy: ['COORDINATOR'],
  kept: 'LIST',
};

export const LISTS_PROCESSED: readonly Processed[] = [
  processed(
    'imports',
    'account_id version region_id kind state oudernetwerk_id school_year columns mapping asked_on applied_on counts expires_on',
    WORK_DONE,
  ),
  processed(
    'import_rows',
    'import_id region_id number cells outcome name person_id candidates changes problems decision twin applied',
    IN_A_FILE,
  ),
  processed(
    'import_parts',
    'import_id region_id number kind subject_id person_id said_before said_after kept',
    IN_A_FILE,
  ),
  processed('list_exports', 'account_id kind purpose format filter asked_at', {
    ...WORK_DONE,
    seenBy: ['SERVICE'],
    kept: 'SHORT',
  }),
];
