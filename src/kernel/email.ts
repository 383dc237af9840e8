import type { Instant } from './clock.js';
import { failure } from './failure.js';
import { isOneLine } from './lines.js';
import type { Locale } from './messages.js';

/** An email as it is sent: complete, for one recipient. */
export interface Email {
  /** also the name of its file if emails are stored instead of sent */
  readonly name: string;
  readonly messageId: string;
  readonly to: string;
  /** the role mailbox that takes the answers; null: our own */
  readonly replyTo: string | null;
  readonly locale: Locale;
  readonly at: Instant;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** none if there is nothing to put into a calendar, or to take out of it */
  readonly calendars: readonly CalendarFile[];
  /** null: it concerns the reader's own affairs, not a subscription */
  readonly unsubscribeUrl: string | null;
}

/** An .ics file, which does one thing (RFC 5546): it publishes days, or cancels them. */
export interface CalendarFile {
  readonly method: 'PUBLISH' | 'CANCEL';
  readonly content: string;
}

/** The address at which readers of its mail reach this service, and its sender address. */
export interface Sender {
  readonly publicUrl: string;
  /** `name@domain` */
  readonly address: string;
  /** the part behind the @ of the sender address */
  readonly domain: string;
}

/** Delivers emails to people. Throws an error with a code if it could not. */
export interface MailTransport {
  send(email: Email): Promise<void>;
  /** Removes what is kept here of emails that were sent; says how many. */
  forget(): Promise<number>;
}

/** The email, if nothing in it could add a header; refused otherwise. */
export function withSafeHeaders(email: Email): Email {
  for (const value of [
    email.to,
    email.replyTo ?? '',
    email.subject,
    email.messageId,
    email.unsubscribeUrl ?? '',
  ]) {
    if (!isOneLine(value)) throw failure('BAD_EMAIL');
  }
  return email;
}
