import { DERIVED, type Fates, nothing, WORK_OF_ACCOUNT } from '../../writes/personal.js';

export const WORKLIST_PERSONAL: Fates = {
  continuity_findings: DERIVED,
  work_items: DERIVED,
  watched_subjects: DERIVED,
  stale_subjects: DERIVED,
  work_item_assignments: WORK_OF_ACCOUNT,
  work_item_snoozes: { ...DERIVED, erasure: nothing('it goes with what it puts off') },
};
