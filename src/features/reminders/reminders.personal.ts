import { DETAIL, type Fates, nothing } from '../../writes/personal.js';

const SENT = {
  departure: 'SILENT',
  move: nothing('it was for whoever it was for'),
  merge: 'JOINED',
  export: 'GIVEN',
  erasure: 'ERASED',
} as const;

export const REMINDERS_PERSONAL: Fates = {
  mail_preferences: { ...DETAIL, departure: 'SILENT' },
  mails: SENT,
  reminders: { ...SENT, export: nothing('the mail that it became is given') },
  calendar_copies: SENT,
  calendar_events: { ...SENT, export: nothing('the copy that was given is') },
};
