import { describedEnum } from '../../../graphql/connections.js';
import { FIELDS } from './columns/fields.js';

export const ImportKind = describedEnum('ImportKind', 'What a list is of.', {
  PEOPLE: 'People of the region.',
  MEMBERS: 'Members of networks: people, and since when they are one.',
  NETWORKS: 'Networks, with who leads and who supports them.',
  ACTIVITIES: 'What networks did, or will do.',
  BODIES_AND_SEATS: 'Seats of bodies, with who sits there: a rooster.',
});

export const ImportField = describedEnum('ImportField', 'What a column of a list holds.', FIELDS);

export const ImportState = describedEnum('ImportState', 'How far an import is.', {
  AWAITING_FILE: 'The file is still to be uploaded.',
  JUDGING: 'The rows are compared with what is on record; nothing changes.',
  READY: 'Every row is judged: decide, and apply.',
  APPLYING: 'The rows are recorded.',
  REVERTING:
    'A row was refused, or is not what was shown of it any more, or somebody stopped it: what was recorded is taken back.',
  APPLIED: 'All rows are recorded. It can be undone for 30 days.',
  UNDOING: 'What was recorded is taken back.',
  DISCARDED: 'It was thrown away before it was recorded.',
  UNDONE: 'It was taken back, but for what has changed since.',
});

export const ImportOutcome = describedEnum('ImportOutcome', 'What a row of a list means.', {
  NEW: 'Somebody or something that is not on record.',
  SAME: 'It is on record, as the row says.',
  CHANGES: 'It is on record, and the row says something else or something more.',
  DOUBTFUL: 'It names perhaps somebody who is on record: decide.',
  BAD: 'It cannot be recorded: see its problems.',
});

export const ImportDecision = describedEnum('ImportDecision', 'What somebody decides of a row.', {
  NEW: 'They are not on record.',
  SAME: 'They are this person on record.',
  LEAVE_OUT: 'The row is left out.',
});

export const ImportReason = describedEnum('ImportReason', 'Why a row may be of somebody on record.', {
  SAME_EMAIL: 'The same email address.',
  SAME_NAME: 'The same name.',
  SAME_PHONE: 'The same telephone number.',
  SIMILAR_NAME: 'A similar name.',
});
