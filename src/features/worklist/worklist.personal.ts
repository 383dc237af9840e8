import { DERIVED, type Fates, nothing, WORK_OF_ACCOUNT } from '../../writes/personal.js';
import { processed, type Processed, WORK_DONE, WORKED_OUT } from '../../writes/processing.js';

export const WORKLIST_PERSONAL: Fates = {
  continuity_findings: DERIVED,
  work_items: DERIVED,
  watched_subjects: DERIVED,
  stale_subjects: DERIVED,
  work_item_assignments: WORK_OF_ACCOUNT,
  work_item_snoozes: { ...DERIVED, erasure: nothing('it goes with what it puts off') },
};

const SUBJECTS = 'body_id ervaringsdeskundige_id agreement_id person_task_id region_change_id';

export const WORKLIST_PROCESSED: readonly Processed[] = [
  processed(
    'continuity_findings',
    `oudernetwerk_id region_id code severity since due_on message_nl message_en evidence action subject_id ${SUBJECTS}`,
    WORKED_OUT,
  ),
  processed(
    'work_items',
    `subject_type subject_id oudernetwerk_id region_id band severity due_on ${SUBJECTS}`,
    WORKED_OUT,
  ),
  processed('watched_subjects', 'subject_id subject_type rule_version assessed_on changes_on', {
    ...WORKED_OUT,
    seenBy: ['SERVICE'],
  }),
  processed('stale_subjects', 'subject_type subject_id xact', { ...WORKED_OUT, seenBy: ['SERVICE'] }),
  processed('work_item_assignments', 'work_item_id region_id account_id assigned_by assigned_at', {
    ...WORK_DONE,
    activity: 'WORK',
    kept: 'FOLLOWS',
  }),
  processed(
    'work_item_snoozes',
    `subject_id subject_type oudernetwerk_id region_id until reason severity account_id ${SUBJECTS}`,
    { ...WORK_DONE, activity: 'WORK', kept: 'FOLLOWS' },
  ),
];
