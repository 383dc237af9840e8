import { type Fates, nothing, PART, WORK_OF_ACCOUNT } from '../../writes/personal.js';

export const MOVING_PERSONAL: Fates = {
  person_moves: { ...PART, departure: 'CLOSED', move: nothing('it is what moves them') },
  'person_moves.account_id': WORK_OF_ACCOUNT,
};
