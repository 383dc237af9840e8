import type { PlainDate } from '../../../kernel/clock.js';
import type { Locale } from '../../../kernel/messages.js';

/** What a mail asked a trekker about their own data, and whether it can still be answered. */
export interface Check {
  readonly state: 'OPEN' | 'ANSWERED' | 'OVER';
  readonly locale: Locale;
  readonly kind: 'EXPECTED_END' | 'TIE_UNCONFIRMED';
  readonly mailId: string;
  readonly personId: string;
  readonly subjectId: string;
  readonly networkId: string;
  readonly network: string;
  /** what the expected end rests on; null: it is about something else */
  readonly driver: string | null;
  /** the last day as a trekker, or the last school day; null: not known */
  readonly on: PlainDate | null;
}

/** Whether it is so, or which day it is instead. */
export type CheckAnswer = { readonly isRight: true } | { readonly isRight: false; readonly on: PlainDate };
