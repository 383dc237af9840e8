import { type Fates, nothing, PART, WORK_OF_ACCOUNT } from '../../writes/personal.js';
import { processed, type Processed, type Processing, WORK_DONE } from '../../writes/processing.js';

export const MOVING_PERSONAL: Fates = {
  person_moves: { ...PART, departure: 'CLOSED', move: nothing('it is what moves them') },
  'person_moves.account_id': WORK_OF_ACCOUNT,
};

const MOVED: Processing = {
  whose: 'PARENT',
  activity: 'KNOWING_PARENTS',
  seenBy: ['COORDINATOR'],
  kept: 'ROLE',
};

export const MOVING_PROCESSED: readonly Processed[] = [
  processed(
    'person_moves',
    `person_id from_region_id to_region_id from_municipality_id municipality_id moved_on recorded_at answer answered_on
    crossed_at crossed_because closed_on closed_because because told_on`,
    MOVED,
  ),
  processed('person_moves', 'account_id', WORK_DONE),
];
