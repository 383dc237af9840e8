import { DETAIL, type Fates, nothing } from '../../writes/personal.js';
import { processed, type Processed, WORK_DONE } from '../../writes/processing.js';

export const DOUBLES_PERSONAL: Fates = {
  people_told_apart: {
    ...DETAIL,
    move: nothing('they stay two people'),
    merge: nothing('whoever was told apart from one of two is looked at again'),
    export: nothing('it says of others that they are somebody else'),
  },
  person_merges: {
    ...DETAIL,
    move: nothing('it was recorded where they lived'),
    merge: nothing('it stays with the record that it made'),
    export: 'REDACTED',
  },
};

export const DOUBLES_PROCESSED: readonly Processed[] = [
  processed('people_told_apart', 'one_id other_id region_id account_id said_at', {
    ...WORK_DONE,
    seenBy: ['COORDINATOR'],
    kept: 'WHILE_TAKING_PART',
  }),
  processed(
    'person_merges',
    'survivor_id other_id region_id account_id reason choices recorded_at xact undone_at undone_because',
    {
      ...WORK_DONE,
      seenBy: ['COORDINATOR'],
    },
  ),
  processed('person_merges', 'own was became new_since not_restored', {
    whose: 'PARENT',
    activity: 'ACCOUNTABILITY',
    seenBy: ['SERVICE'],
    kept: 'FOLLOWS',
  }),
];
