import type { PlainDate } from '../../kernel/clock.js';
import { onOneLine } from '../../kernel/lines.js';
import { Catalogue, type Locale } from '../../kernel/messages.js';
import type { Wording } from './mail/mail.js';
import type { ReminderKind } from './save-reminders.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

/** What an email about one network is made of. */
export interface NetworkNews {
  readonly network: string;
  readonly on: PlainDate;
  /** before today, on record as the last day, or expected */
  readonly when: 'past' | 'recorded' | 'expected';
  /** it is about the reader */
  readonly self: boolean;
  /** the parent concerned; null if the reader may not know */
  readonly person: string | null;
  /** number of overdue handover items */
  readonly overdue: number;
  readonly alone: boolean;
  readonly byThemselves: boolean;
}

const SUBJECTS = new Catalogue<ReminderKind>({ nl: nl.subjects, en: en.subjects });
// the reasons for the expected end are the parent's own affair: not a word about them
const FACTS = new Catalogue<ReminderKind>({ nl: nl.facts, en: en.facts });
const BUTTONS = new Catalogue({ nl: nl.buttons, en: en.buttons });
const DAYS = new Catalogue({ nl: nl.days, en: en.days });
const REQUESTS = new Catalogue<ReminderKind>({ nl: nl.requests, en: en.requests });

export function wordingOf(kind: ReminderKind, locale: Locale, told: NetworkNews): Wording {
  const params = paramsOf(told);
  const [subject, fact, request] = [SUBJECTS, FACTS, REQUESTS].map((said) => said.text(kind, locale, params));
  // where there is no button, a parent writes back
  const writesBack = told.self && checkButton(kind, locale, told) === null;
  return writesBack
    ? { subject: subject!, paragraphs: [fact!], question: request! }
    : { subject: subject!, paragraphs: [fact!, request!] };
}

/** To a trekker who is asked whether their own data are right, where the answer leads; null: there is nothing to answer. */
export function checkButton(kind: ReminderKind, locale: Locale, { self, when }: NetworkNews): string | null {
  const isAsked = kind === 'TIE_UNCONFIRMED' || (kind === 'EXPECTED_END' && when !== 'past');
  return self && isAsked ? BUTTONS.text('check', locale) : null;
}

/** What stands in a calendar on a day that no other mail can move. */
export function dayWording(kind: keyof (typeof nl)['days'], locale: Locale, told: NetworkNews): string {
  return onOneLine(DAYS.text(kind, locale, paramsOf(told)));
}

function paramsOf(told: NetworkNews) {
  const { self, alone, byThemselves } = told;
  return { ...told, self: yesOrNo(self), alone: yesOrNo(alone), byThemselves: yesOrNo(byThemselves) };
}

function yesOrNo(is: boolean): string {
  return is ? 'yes' : 'no';
}
