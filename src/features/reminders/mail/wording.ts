import type { PlainDate } from '../../../kernel/clock.js';
import { Catalogue, type Locale } from '../../../kernel/messages.js';
import type { ReminderKind } from '../save-reminders.js';
import type { Paragraph } from './mail-page.js';
import { en } from './messages.en.js';
import { nl } from './messages.nl.js';

/** The words of an email. */
export interface Wording {
  readonly subject: string;
  readonly paragraphs: readonly Paragraph[];
}

/** What an email about one network is made of. */
export interface Told {
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
const REQUESTS = new Catalogue<ReminderKind>({ nl: nl.requests, en: en.requests });

export function wordingOf(kind: ReminderKind, locale: Locale, told: Told): Wording {
  const { self, alone, byThemselves } = told;
  const params = { ...told, self: yesOrNo(self), alone: yesOrNo(alone), byThemselves: yesOrNo(byThemselves) };
  return {
    subject: SUBJECTS.text(kind, locale, params),
    paragraphs: [FACTS, REQUESTS].map((said) => said.text(kind, locale, params)),
  };
}

function yesOrNo(is: boolean): string {
  return is ? 'yes' : 'no';
}
