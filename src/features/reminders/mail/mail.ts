import type { CalendarDay } from './calendar.js';
import type { ReminderKind } from '../save-reminders.js';
import type { Button } from './mail-page.js';
import type { RecipientType } from './recipients.js';

/** The question itself; that it was answered, or never will be; that it is no longer asked. */
export type InvitationMailKind = 'INVITATION' | 'INVITATION_ANSWERED' | 'INVITATION_CLOSED';

interface AnyMail {
  readonly id: string;
  readonly recipient_type: RecipientType;
  readonly recipient_id: string;
  readonly made_on: string;
  readonly attempts: number;
}

export interface ReminderMail extends AnyMail {
  readonly kind: ReminderKind;
  readonly oudernetwerk_id: string;
  readonly params: {
    readonly subjectType: string;
    readonly subjectId: string;
    readonly dueOn: string;
    readonly self: string | null;
    readonly without: string | null;
    readonly regionId: string;
    readonly alone?: boolean;
    readonly byThemselves?: boolean;
  };
}

export interface InvitationMail extends AnyMail {
  readonly kind: InvitationMailKind;
  readonly invitation_id: string;
  readonly params: { readonly outcome: string };
}

export interface DigestMail extends AnyMail {
  readonly kind: 'DIGEST';
  /** the Monday of the week it is for */
  readonly week: string;
}

/** A row of `mails`. */
export type Mail = ReminderMail | InvitationMail | DigestMail;

export function isOfInvitation(mail: Mail): mail is InvitationMail {
  return (
    mail.kind === 'INVITATION' || mail.kind === 'INVITATION_ANSWERED' || mail.kind === 'INVITATION_CLOSED'
  );
}

/** What a mail is about, before it is made up. */
export interface Content {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly list: readonly string[];
  readonly days: readonly CalendarDay[];
  /** to the service itself when left out */
  readonly button?: Button;
  /** why the reader gets it; for their part in a network when left out */
  readonly why?: string;
}
