import type { Instant } from './clock.js';
import { failure } from './failure.js';
import type { Locale } from './messages.js';

/** A mail as it leaves: complete, for one recipient. */
export interface Email {
  /** also the name of its file where mail is not sent but kept */
  readonly name: string;
  readonly messageId: string;
  readonly to: string;
  readonly locale: Locale;
  readonly at: Instant;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** an .ics file; null: nothing to put into a calendar */
  readonly calendar: string | null;
  /** null: it is about the reader's own affairs, and nothing that one subscribes to */
  readonly unsubscribeUrl: string | null;
}

/** How this service is reached by those who read its mail, and as whom it writes. */
export interface Sender {
  readonly publicUrl: string;
  /** the part behind the @ of the address that mail comes from */
  readonly domain: string;
}

/** What brings emails to people. Throws when it could not; the error has a code. */
export interface MailTransport {
  send(email: Email): Promise<void>;
}

const CONTROL = /[\u0000-\u001f\u007f\u2028\u2029]/;

/** The email, when nothing in it could add a header of its own; refused otherwise. */
export function withSafeHeaders(email: Email): Email {
  for (const value of [email.to, email.subject, email.messageId, email.unsubscribeUrl ?? '']) {
    if (CONTROL.test(value)) throw failure('BAD_EMAIL');
  }
  return email;
}

/** Text from our tables on one line, for a subject. */
export function onOneLine(text: string): string {
  return text.split(CONTROL).join(' ').replace(/\s+/g, ' ').trim();
}
