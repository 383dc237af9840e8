import * as v from 'valibot';
import { JsonShapeError } from '../../../db/json-shape.js';
import type { Tx } from '../../../db/transaction.js';
import { dayInSql, type PlainDate } from '../../../kernel/clock.js';
import type { Sender } from '../../../kernel/email.js';
import type { Locale } from '../../../kernel/messages.js';
import type { CalendarEntry } from './calendar-event.js';
import type { Button, Paragraph } from './page/mail-page.js';
import type { Place } from './page/letterhead.js';
import { type Audience, RECIPIENT_TYPES, type RecipientType } from './recipients.js';
import type { MailScope } from './unsubscribe-token.js';

/** What every row of `mails` has; each kind has more. */
export const anyMail = {
  id: v.string(),
  recipient_type: v.picklist(RECIPIENT_TYPES),
  recipient_id: v.string(),
  made_on: v.string(),
  attempts: v.number(),
};

interface Mail {
  readonly id: string;
  readonly kind: string;
  readonly recipient_type: RecipientType;
  readonly recipient_id: string;
  readonly made_on: string;
  readonly attempts: number;
}

/** A kind of email: delivery knows no more of it than this. */
export interface MailKind {
  /** of its rows in `mails` */
  readonly names: readonly string[];
  letterOf(row: unknown): Letter;
}

/** The columns of `mails` that a letter is made of. */
export const LETTER_COLUMNS = `id, kind, recipient_type, recipient_id, oudernetwerk_id, invitation_id, address_change_id,
  ervaringsdeskundige_id, person_task_id, retracts, params, week, ${dayInSql('made_at')} as made_on, attempts`;

/** The letter that a row of `mails` stands for. */
export function letterOf(kinds: readonly MailKind[], row: { readonly kind: string }): Letter {
  const kind = kinds.find(({ names }) => names.includes(row.kind));
  if (!kind) throw new JsonShapeError('mails: kind is not as expected');
  return kind.letterOf(row);
}

/** One email, and what only its kind can say about it. */
export interface Letter {
  readonly mail: Mail;
  /** what a reader unsubscribes from to receive no more of these; null: it is an affair of their own */
  readonly scope: MailScope | null;
  /** Where it comes from. */
  place(tx: Tx): Place | Promise<Place>;
  /** Whether there still is something to say. */
  isCurrent(tx: Tx): boolean | Promise<boolean>;
  /** Composes it from what is known now. */
  content(tx: Tx, locale: Locale, sender: Sender): Promise<Content>;
  /** Whoever reads it may be a stranger: it names nobody. */
  readonly toAnybody?: boolean;
  /** whatever the hours in which its reader wants no email */
  readonly atOnce?: boolean;
  /**
   * What becomes of it while its reader is left alone, if that is special. SENT: they asked for it themselves. TOLD: the law
   * says that they must hear it, so whoever keeps their record tells them meanwhile. Otherwise a reminder goes to the next in
   * line, and what is for nobody else waits until that is over, and is judged again.
   */
  readonly inPause?: 'SENT' | 'TOLD';
  /** The parent whom it is for, who gets it on paper if no mail reaches them (uuid); null: nobody does. */
  onPaper?(tx: Tx): string | null | Promise<string | null>;
  /** it asks its reader nothing, so that it does not rest: what is planned or was wrong is theirs to know */
  readonly isNews?: boolean;
  /** the day that it is about: it never rests past it */
  readonly ahead?: PlainDate;
  /** It must reach its reader: while nobody can be reached, it waits until they can, as long as it is current. */
  readonly waits?: boolean;
  /** Those in line if its recipient cannot be reached; null: it is for nobody else. */
  audience(tx: Tx): Audience | null | Promise<Audience | null>;
}

/** The words of an email. */
export interface Wording {
  readonly subject: string;
  readonly paragraphs: readonly Paragraph[];
  /** what its reader may have to say; how they say it follows */
  readonly question?: string;
}

/** The content of an email, before it is laid out. */
export interface Content extends Wording {
  readonly list: readonly string[];
  /** days for the reader's calendar; what is off reaches only those who have it */
  readonly entries: readonly CalendarEntry[];
  /** where the reader can act on it at once */
  readonly button?: Button;
  /** why the reader gets it; defaults to their role in a network */
  readonly why?: string;
}
