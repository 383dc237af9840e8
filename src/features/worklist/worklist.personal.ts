import { DERIVED, type Fates, nothing } from '../../writes/personal.js';

export const WORKLIST_PERSONAL: Fates = {
  continuity_findings: DERIVED,
  work_items: DERIVED,
  watched_subjects: DERIVED,
  stale_subjects: DERIVED,
  work_item_snoozes: { ...DERIVED, erasure: nothing('it goes with what it puts off') },
};
