import { DETAIL, type Fates, nothing } from '../../writes/personal.js';
import { processed, type Processed, type Processing } from '../../writes/processing.js';

export const DEPARTURES_PERSONAL: Fates = {
  departures: {
    ...DETAIL,
    merge: 'JOINED',
    erasure: 'PSEUDONYM',
  },
  'departures.note': {
    ...DETAIL,
    move: nothing('it stays with the region that wrote it'),
    export: 'REDACTED',
  },
  hidden_names: DETAIL,
  person_tasks: {
    ...DETAIL,
    departure: nothing('it is about their departure'),
    merge: 'JOINED',
    export: nothing('it says what a region does'),
    erasure: 'PSEUDONYM',
  },
};

const GONE: Processing = {
  whose: 'PARENT',
  activity: 'DEPARTURES',
  seenBy: ['COORDINATOR'],
  kept: 'ROLE',
};

export const DEPARTURES_PROCESSED: readonly Processed[] = [
  processed(
    'departures',
    'person_id region_id kind last_day account_id recorded_at taken_back_at xact by_role',
    GONE,
  ),
  processed('departures', 'note', { ...GONE, kept: 'NOTE' }),
  processed('hidden_names', 'person_id given_name infix family_name', { ...GONE, kept: 'WHILE_TAKING_PART' }),
  processed('person_tasks', 'person_id region_id kind made_on due_on done_on mail_id lapsed', GONE),
];
