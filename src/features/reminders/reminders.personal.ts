import { DETAIL, type Fates, nothing } from '../../writes/personal.js';
import { processed, type Processed, type Processing } from '../../writes/processing.js';

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
  // of roles, which stay
  reminders: { ...SENT, export: nothing('the mail that it became is given'), erasure: 'PSEUDONYM' },
  calendar_copies: SENT,
  calendar_events: { ...SENT, export: nothing('the copy that was given is'), erasure: 'PSEUDONYM' },
};

const MAILED: Processing = { whose: 'PARENT', activity: 'MAIL', seenBy: ['SERVICE'], kept: 'MAIL' };

export const REMINDERS_PROCESSED: readonly Processed[] = [
  processed(
    'mails',
    `kind recipient_type recipient_id oudernetwerk_id params week made_at due_at sent_at message_id attempts last_error
    invitation_id address_change_id ervaringsdeskundige_id person_task_id answered_at retracts sent_to`,
    MAILED,
  ),
  processed(
    'reminders',
    'kind subject_type subject_id oudernetwerk_id region_id due_on step told mail_id made_at',
    MAILED,
  ),
  processed(
    'mail_preferences',
    'account_id person_id organisation_id reminders digest quiet_from quiet_until',
    {
      ...MAILED,
      seenBy: ['COORDINATOR'],
      kept: 'WHILE_TAKING_PART',
    },
  ),
  processed(
    'calendar_copies',
    'recipient_type recipient_id what subject_id day start_time place is_off given_at summary',
    MAILED,
  ),
  processed(
    'calendar_events',
    'what subject_id body_id day when_and_where is_off sequence changed_at',
    MAILED,
  ),
  processed('undeliverable_addresses', 'address_hash', MAILED),
];
