import { activityMail } from './activities/activity-mail.js';
import { addressMail } from './addresses/address-content.js';
import { calendarMail } from './calendars/calendar-mail.js';
import { consentMail } from './consents/consent-mail.js';
import { saidMail } from './consents/said-mail.js';
import { digestMail } from './digests/digest-content.js';
import { invitationMail } from './invitations/invitation-content.js';
import type { MailKind } from './mail/mail.js';
import { messageMail } from './messages/message-mail.js';
import { moveMail } from './moves/move-mail.js';
import { networkContactMail } from './network-contact/network-contact-mail.js';
import { networkEndMail } from './network-ends/network-end-mail.js';
import { personTaskMail } from './person-tasks/person-task-mail.js';
import { recordedMail } from './recorded/recorded-mail.js';
import { reminderMail } from './reminder-mail.js';
import { substituteMail } from './substitutes/substitute-mail.js';
import { takenBackMail } from './taken-back/taken-back-mail.js';
import { themeProposalMail } from './theme-proposals/theme-proposal-mail.js';

/** Every kind of mail that the service sends. */
export const MAIL_KINDS: readonly MailKind[] = [
  reminderMail,
  digestMail,
  invitationMail,
  addressMail,
  consentMail,
  saidMail,
  recordedMail,
  personTaskMail,
  moveMail,
  networkContactMail,
  messageMail,
  activityMail,
  substituteMail,
  calendarMail,
  networkEndMail,
  takenBackMail,
  themeProposalMail,
];
