import { DETAIL, type Fates, nothing, WORK_OF_ACCOUNT } from '../../writes/personal.js';
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
  // what they wrote; that the network had contact stays
  network_messages: { ...WORK_OF_ACCOUNT, export: 'GIVEN', erasure: 'ERASED' },
  network_message_optouts: {
    ...DETAIL,
    departure: nothing('nobody writes to them any more'),
    merge: nothing('a no of either record holds for both'),
  },
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
  processed(
    'network_messages',
    `oudernetwerk_id region_id account_id activity_id written_as subject text written_at sent_to not_sent_to bounced`,
    { ...MAILED, whose: 'ACCOUNT_HOLDER', seenBy: ['COORDINATOR', 'NETWORK'], kept: 'ROLE' },
  ),
  processed('network_message_optouts', 'person_id oudernetwerk_id recorded_at', {
    ...MAILED,
    kept: 'WHILE_TAKING_PART',
  }),
  processed('undeliverable_addresses', 'address_hash', MAILED),
];
