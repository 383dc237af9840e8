import * as v from 'valibot';
import { calendarDay, type Checked, JsonShape } from '../../../db/json-shape.js';
import type { CalendarDay } from './calendar.js';
import { REMINDER_KINDS } from '../save-reminders.js';
import type { Button, Paragraph } from './mail-page.js';
import { RECIPIENT_TYPES } from './recipients.js';

const anyMail = {
  id: v.string(),
  recipient_type: v.picklist(RECIPIENT_TYPES),
  recipient_id: v.string(),
  made_on: v.string(),
  attempts: v.number(),
};

const reminderMail = v.object({
  ...anyMail,
  kind: v.picklist(REMINDER_KINDS),
  oudernetwerk_id: v.string(),
  params: v.object({
    subjectType: v.string(),
    subjectId: v.string(),
    dueOn: calendarDay,
    self: v.nullable(v.string()),
    without: v.nullable(v.string()),
    regionId: v.string(),
    alone: v.optional(v.boolean()),
    byThemselves: v.optional(v.boolean()),
  }),
});

const invitationMail = v.object({
  ...anyMail,
  /** the invitation itself; that it was answered, or never will be; that it is closed */
  kind: v.picklist(['INVITATION', 'INVITATION_ANSWERED', 'INVITATION_CLOSED']),
  invitation_id: v.string(),
  params: v.object({ outcome: v.string() }),
});

const addressMail = v.object({
  ...anyMail,
  /** the link to the new address; news for the reader of the one before */
  kind: v.picklist(['ADDRESS_PROOF', 'ADDRESS_NEWS']),
  address_change_id: v.string(),
  params: v.object({ outcome: v.picklist(['ASKED', 'CONFIRMED', 'REMOVED']) }),
});

const digestMail = v.object({
  ...anyMail,
  kind: v.literal('DIGEST'),
  /** the Monday of the week it is for */
  week: calendarDay,
});

/** A row of `mails`. */
export const MAIL = new JsonShape(
  'mails',
  v.variant('kind', [reminderMail, invitationMail, addressMail, digestMail]),
);

export type Mail = Checked<typeof MAIL>;
export type DigestMail = Extract<Mail, { kind: 'DIGEST' }>;
export type InvitationMail = Extract<Mail, { invitation_id: string }>;
export type InvitationMailKind = InvitationMail['kind'];
export type AddressMail = Extract<Mail, { address_change_id: string }>;
export type ReminderMail = Exclude<Mail, DigestMail | InvitationMail | AddressMail>;

export function isOfInvitation(mail: Mail): mail is InvitationMail {
  return (
    mail.kind === 'INVITATION' || mail.kind === 'INVITATION_ANSWERED' || mail.kind === 'INVITATION_CLOSED'
  );
}

export function isOfAddress(mail: Mail): mail is AddressMail {
  return mail.kind === 'ADDRESS_PROOF' || mail.kind === 'ADDRESS_NEWS';
}

/** The content of an email, before it is laid out. */
export interface Content {
  readonly subject: string;
  readonly paragraphs: readonly Paragraph[];
  readonly list: readonly string[];
  readonly days: readonly CalendarDay[];
  /** defaults to the service itself */
  readonly button?: Button;
  /** why the reader gets it; defaults to their role in a network */
  readonly why?: string;
}
